package io.rungwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.config.StoreSettings;
import io.rungwatch.notify.Undelivered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreRules {
    @TempDir
    private Path folder = Path.of("");

    @Override
    StoreSettings settings() {
        return with(StoreSettings.USUAL, "probe-1");
    }

    @Override
    Path folder() {
        return folder;
    }

    @Test
    void whoReadsTheFileDoesNotHoldUpWhoWrites() throws Exception {
        Store store = store(100);
        store.start();
        Wait.until("it is up", () -> store.figures().up());
        try (Connection reader = database().open();
                Statement statement = reader.createStatement()) {
            statement.execute("PRAGMA query_only = 1");
            statement.execute("BEGIN DEFERRED");
            statement.executeQuery("SELECT count(*) FROM alert_log").close();
            store.alertLog().deliver(Messages.raised("a-1", START));
            statement.execute("ROLLBACK");
        }
        assertThat(ids(Optional.empty())).containsExactly("a-1");
    }

    /** As a backup does that copies the file: nobody writes meanwhile, nobody waits, and afterwards the newest rows are there. */
    @Test
    void aLockedFileDelaysNoPoll() throws Exception {
        Store store = store(5);
        store.start();
        Wait.until("it is up", () -> store.figures().up());
        store.history().watch(Polls.profile("CH_001"));
        Polls edge = new Polls("CH_001", Polls.EDGE);
        try (Connection other = database().open();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            store.history().accept(edge.playlist("2026-03-01T00:00:00Z", 10));
            store.history().accept(edge.playlist("2026-03-01T00:01:00Z", 10));
            Wait.until("the writer has the first row", () -> store.figures().queued() == 0);
            for (int minute = 2; minute < 20; minute++) {
                store.history().accept(edge.playlist("2026-03-01T00:%02d:00Z".formatted(minute), 10));
            }
            assertThat(store.figures().queued()).isEqualTo(5);
            assertThat(store.figures().rowsDropped()).isEqualTo(13);
            assertThat(store.figures().rowsWritten()).isZero();
            assertThatThrownBy(() -> store.alertLog().deliver(Messages.raised("a-1", START)))
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("another program holds its lock: end it")
                    .matches(e -> !((Undelivered) e).isRefused());
            statement.execute("ROLLBACK");
        }
        Wait.until("what waited is written", () -> store.figures().rowsWritten() == 6);
        assertThat(store.metrics().cdn("CH_001", "edge-hn", START, START.plusSeconds(3600)))
                .extracting(row -> (row.time().getEpochSecond() - START.getEpochSecond()) / 60)
                .containsExactly(0L, 14L, 15L, 16L, 17L, 18L);
        store.alertLog().deliver(Messages.raised("a-1", START));
        assertThat(ids(Optional.empty())).containsExactly("a-1");
    }

    @Test
    void aFullDiskIsToldAndGetsOver() throws Exception {
        AtomicInteger pages = new AtomicInteger(1_000_000);
        Database small = new Database(settings(), folder) {
            @Override
            Connection open() throws SQLException {
                Connection connection = super.open();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA max_page_count = " + pages.get());
                }
                return connection;
            }
        };
        try (Link link = new Link(small)) {
            link.reach();
        }
        pages.set(1);
        Store store = new Store(settings(), small, this::now, troubles::add, BEAT, 10_000);
        try {
            store.start();
            Wait.until("it is up", () -> store.figures().up());
            for (int i = 0; i < 2000; i++) {
                String channel = "CH_%04d".formatted(i);
                store.history().watch(Polls.profile(channel));
                store.history().accept(new Polls(channel, Polls.EDGE).playlist("2026-03-01T00:00:00Z", 10));
                store.history().forgetChannel(channel);
            }
            assertThat(troubles.take().orElseThrow())
                    .startsWith("SQLite file " + folder.resolve("rungwatch.db") + ": ")
                    .endsWith("; make room on its disk, or check the disk");
            assertThat(store.figures().up()).isFalse();
            assertThat(store.figures().batchesFailed()).isPositive();

            pages.set(1_000_000);
            assertThat(troubles.take()).isEmpty();
            Wait.until("all is written", () -> store.figures().rowsWritten() == 2000);
            assertThat(store.figures().rowsDropped()).isZero();
        } finally {
            store.close();
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsTold() throws Exception {
        Files.writeString(
                folder.resolve("rungwatch.db"), "no database, but long enough to be taken for one".repeat(20));
        store(10).start();

        assertThat(troubles.take().orElseThrow()).endsWith("; move the file away: a new one is made");
    }

    @Test
    void aFolderThatIsNotThereIsTold() throws Exception {
        StoreSettings usual = settings();
        StoreSettings elsewhere = new StoreSettings(
                "jdbc:sqlite:none/here.db",
                usual.user(),
                usual.password(),
                usual.probe(),
                usual.every(),
                usual.full(),
                usual.keep(),
                usual.keepAlerts());
        store(elsewhere, 10).start();

        assertThat(troubles.take().orElseThrow())
                .startsWith("SQLite file " + folder.resolve("none/here.db"))
                .endsWith("; its folder must exist, and rungwatch may read and write both");
    }
}
