package io.rungwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rungwatch.config.StoreSettings;
import io.rungwatch.duty.Message;
import io.rungwatch.notify.Undelivered;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("debian")
class PostgresStoreTest extends StoreRules {
    private static Postgres postgres;

    private String url = "";

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void fresh() throws Exception {
        url = postgres.fresh();
    }

    @Override
    StoreSettings settings() {
        return settings(url, Postgres.PASSWORD);
    }

    private static StoreSettings settings(String address, String password) {
        StoreSettings usual = StoreSettings.USUAL;
        return new StoreSettings(
                address,
                Optional.of(Postgres.USER),
                Optional.of(password),
                Optional.of("probe-1"),
                usual.every(),
                usual.full(),
                usual.keep(),
                usual.keepAlerts());
    }

    @Override
    Path folder() {
        return Path.of("");
    }

    @Test
    void itDiesAndComesBack() throws Exception {
        Store store = store(1000);
        store.start();
        Wait.until("it is up", () -> store.figures().up());
        store.history().watch(Polls.profile("CH_001"));
        Polls edge = new Polls("CH_001", Polls.EDGE);
        store.alertLog().deliver(Messages.raised("a-1", START));

        postgres.kill();
        for (int minute = 0; minute < 10; minute++) {
            store.history().accept(edge.playlist("2026-03-01T00:%02d:00Z".formatted(minute), 10));
        }
        List<Message> waiting = List.of(Messages.cleared("a-1", START), Messages.raised("a-2", START.plusSeconds(1)));
        assertThatThrownBy(() -> store.alertLog().deliver(waiting.getFirst()))
                .isInstanceOf(Undelivered.class)
                .hasMessageEndingWith("; check that it runs and can be reached from here")
                .hasMessageNotContainingAny(Postgres.PASSWORD);
        assertThat(troubles.take().orElseThrow())
                .startsWith("PostgreSQL at 127.0.0.1:")
                .endsWith("; check that it runs and can be reached from here");
        assertThat(store.figures().up()).isFalse();

        postgres.startAgain();
        assertThat(troubles.take()).isEmpty();
        for (Message message : waiting) {
            store.alertLog().deliver(message);
        }
        Wait.until("rows that waited are written", () -> store.figures().rowsWritten() == 9);
        assertThat(store.figures().rowsDropped()).isZero();
        assertThat(history().cdn("CH_001", "edge-hn", START, START.plusSeconds(3600)))
                .hasSize(9);
        assertThat(alerts().since(START, Optional.empty(), 10))
                .extracting(AlertRow::id, AlertRow::resolvedAt)
                .containsExactly(tuple("a-2", Optional.empty()), tuple("a-1", Optional.of(Messages.CLEARED_AT)));
    }

    /** It has the connection and says nothing: nobody who polls waits for that, and the writer gives up on it in time. */
    @Test
    void itHangs() throws Exception {
        Store store = store(5);
        store.start();
        Wait.until("it is up", () -> store.figures().up());
        store.history().watch(Polls.profile("CH_001"));
        Polls edge = new Polls("CH_001", Polls.EDGE);
        postgres.hang();
        try {
            store.history().accept(edge.playlist("2026-03-01T00:00:00Z", 10));
            store.history().accept(edge.playlist("2026-03-01T00:01:00Z", 10));
            Wait.until("the writer has the first row", () -> store.figures().queued() == 0);
            for (int minute = 2; minute < 60; minute++) {
                store.history().accept(edge.playlist("2026-03-01T00:%02d:00Z".formatted(minute), 10));
            }
            assertThat(store.figures().batchesFailed()).as("still waits").isZero();
            assertThat(store.figures().rowsDropped()).isEqualTo(53);
            Wait.until("the writer gives up", () -> store.figures().batchesFailed() > 0);
        } finally {
            postgres.goOn();
        }
        Wait.until("what waited is written", () -> store.figures().rowsWritten() == 6);
        assertThat(history().cdn("CH_001", "edge-hn", START, START.plusSeconds(3600)))
                .as("also where the first try had got through after all")
                .hasSize(6);
    }

    @Test
    void whatToDoIsSaid() {
        assertThatThrownBy(() -> new MetricHistory(new Database(settings(url, "wrong"), folder()))
                        .packager("CH_001", START, START))
                .isInstanceOf(Unusable.class)
                .hasMessageEndingWith("; check store.user and store.password");
        assertThatThrownBy(() -> new MetricHistory(new Database(settings(url + "_none", Postgres.PASSWORD), folder()))
                        .packager("CH_001", START, START))
                .isInstanceOf(Unusable.class)
                .hasMessageEndingWith("; create the database (createdb), or correct store.url");
    }
}
