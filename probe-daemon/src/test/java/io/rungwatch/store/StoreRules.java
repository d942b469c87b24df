package io.rungwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rungwatch.config.StoreSettings;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of both databases. */
abstract class StoreRules {
    static final Duration BEAT = Duration.ofMillis(10);
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private volatile Instant now = START;
    final BlockingQueue<Optional<String>> troubles = new LinkedBlockingQueue<>();
    private final List<Store> opened = new ArrayList<>();

    /** An empty one for each test. */
    abstract StoreSettings settings();

    abstract Path folder();

    Database database() {
        return new Database(settings(), folder());
    }

    Store store(int mostRows) {
        return store(settings(), mostRows);
    }

    Store store(StoreSettings settings, int mostRows) {
        Store store = new Store(settings, new Database(settings, folder()), () -> now, troubles::add, BEAT, mostRows);
        opened.add(store);
        return store;
    }

    static StoreSettings with(StoreSettings usual, String probe) {
        return new StoreSettings(
                usual.url(),
                usual.user(),
                usual.password(),
                Optional.of(probe),
                usual.every(),
                usual.full(),
                usual.keep(),
                usual.keepAlerts());
    }

    private void at(Instant time) {
        now = time;
    }

    Instant now() {
        return now;
    }

    @AfterEach
    void close() {
        opened.forEach(Store::close);
    }

    @Test
    void tablesAreMadeOnceAndInOrder() throws Exception {
        try (Connection connection = database().open()) {
            assertThat(Migrations.version(connection)).isZero();
            Migrations.run(connection, database(), 1);
            assertThat(Migrations.version(connection)).isEqualTo(1);
        }
        PackagerRow before = packager(START, 60, 1);
        write(PackagerRow.TABLE, List.of(before), 1);

        try (Connection connection = database().open()) {
            Migrations.run(connection, database());
            Migrations.run(connection, database());
            assertThat(Migrations.version(connection)).isEqualTo(Migrations.FILES.size());
        }
        assertThat(history().packager("CH_001", START, START.plusSeconds(1))).containsExactly(before);
    }

    @Test
    void twoProbesMayStartAtOnce() throws Exception {
        Store one = store(with(settings(), "one"), 100);
        Store two = store(with(settings(), "two"), 100);
        one.start();
        two.start();

        Wait.until("both are up", () -> one.figures().up() && two.figures().up());
        assertThat(troubles).isEmpty();
    }

    @Test
    void tablesOfANewerVersionAreLeftAlone() throws Exception {
        try (Connection connection = database().open();
                Statement statement = connection.createStatement()) {
            Migrations.run(connection, database());
            statement.execute("INSERT INTO schema_version (version, file) VALUES (99, '099_later.sql')");
        }
        store(100).start();

        assertThat(troubles.take().orElseThrow())
                .endsWith(": its tables are of version 99, this rungwatch knows " + Migrations.FILES.size()
                        + "; run the newer rungwatch, or name another database in store.url");
        assertThatThrownBy(() -> history().packager("CH_001", START, START.plusSeconds(1)))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void whatTheSinkOffersIsThere() throws Exception {
        Store store = store(100);
        store.start();
        store.history().watch(Polls.profile("CH_001"));
        Polls edge = new Polls("CH_001", Polls.EDGE);
        store.history().accept(edge.status("2026-03-01T00:00:00Z", 503, 7));
        store.history().accept(edge.playlist("2026-03-01T00:01:00Z", 10));

        Wait.until("a row is written", () -> store.figures().rowsWritten() == 1);
        Wait.until("that is told", () -> store.figures().lastSuccess().equals(START));
        assertThat(store.metrics().cdn("CH_001", "edge-hn", START, START.plusSeconds(60)))
                .containsExactly(new CdnRow(
                        new Row.Place("probe-1", "CH_001", "edge-hn"),
                        START,
                        60,
                        1,
                        1,
                        7,
                        7,
                        3.5,
                        3.5,
                        503,
                        0,
                        0,
                        0,
                        1,
                        0));
        assertThat(store.metrics().cdn("CH_001", "packager", START, START.plusSeconds(60)))
                .isEmpty();

        store.close();
        assertThat(store.figures().rowsWritten())
                .as("the minute that was not over")
                .isEqualTo(2);
    }

    @Test
    void aRowThatIsWrittenTwiceIsThereOnce() throws Exception {
        CdnRow row = cdn(START, 60, 3);
        write(CdnRow.TABLE, List.of(row), 2);
        write(CdnRow.TABLE, List.of(row), 2);

        assertThat(history().cdn("CH_001", "edge-hn", START, START.plusSeconds(1)))
                .containsExactly(row);
    }

    @Test
    void oldRowsBecomeOneForEachHour() throws Exception {
        Instant hour = START;
        PackagerRow first = new PackagerRow(place(""), hour, 60, 10, 5, 10, 30, 6, 5, 0, 4, "[9,8]");
        PackagerRow second = new PackagerRow(place(""), hour.plusSeconds(60), 60, 20, 5, 30, 40, 5, 4, 2, 3, "[9]");
        PackagerRow third = new PackagerRow(
                place(""), hour.plusSeconds(120), 60, 5, 5, Double.NaN, Double.NaN, Double.NaN, -1, 0, -1, "");
        PackagerRow next = packager(hour.plusSeconds(3600), 60, 1);
        write(PackagerRow.TABLE, List.of(first, second, third, next), 2);
        CdnRow one = new CdnRow(place("edge-hn"), hour, 60, 12, 10, 10, 20, 5, 6, 200, 1, 2, 100, 2, 1);
        CdnRow two = new CdnRow(place("edge-hn"), hour.plusSeconds(60), 60, 30, 30, 30, 40, 9, 9, 404, 2, 3, 50, 1, 0);
        CdnRow other = new CdnRow(place("packager"), hour, 60, 1, 1, 1, 1, 1, 1, 200, 0, 0, 1, 0, 0);
        write(CdnRow.TABLE, List.of(one, two, other), 2);

        at(hour.plus(Duration.ofDays(7)).plusSeconds(3599));
        tidy();
        assertThat(history().packager("CH_001", hour, hour.plusSeconds(7200)))
                .as("a second too early")
                .containsExactly(first, second, third, next);

        at(hour.plus(Duration.ofDays(7)).plusSeconds(3600));
        tidy();
        assertThat(history().packager("CH_001", hour, hour.plusSeconds(7200)))
                .containsExactly(new PackagerRow(place(""), hour, 3600, 35, 15, 25, 40, 5.25, 4, 2, 3, "[9]"), next);
        assertThat(history().cdn("CH_001", "edge-hn", hour, hour.plusSeconds(3600)))
                .containsExactly(new CdnRow(place("edge-hn"), hour, 3600, 42, 40, 25, 40, 8, 9, 404, 3, 5, 150, 3, 1));
        assertThat(history().cdn("CH_001", "packager", hour, hour.plusSeconds(3600)))
                .containsExactly(new CdnRow(place("packager"), hour, 3600, 1, 1, 1, 1, 1, 1, 200, 0, 0, 1, 0, 0));
    }

    @Test
    void manyChannelsAreFoldedAFewAtATime() throws Exception {
        List<CdnRow> rows = IntStream.range(0, 25)
                .mapToObj(i -> new CdnRow(
                        new Row.Place("probe-1", "CH_%03d".formatted(i), "edge-hn"),
                        START.plusSeconds(60),
                        60,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        200,
                        0,
                        0,
                        1,
                        0,
                        0))
                .toList();
        write(CdnRow.TABLE, rows, 2);
        at(START.plus(Duration.ofDays(8)));

        Tidying tidying = new Tidying(settings());
        try (Link link = new Link(database())) {
            tidying.step(link, now);
        }
        assertThat(spans()).as("one step").containsExactly(10, 15);
        tidy();
        assertThat(spans()).containsExactly(25, 0);
    }

    @Test
    void whatIsTooOldGoes() throws Exception {
        Instant old = START;
        Instant young = START.plus(Duration.ofDays(1));
        write(CdnRow.TABLE, List.of(cdn(old, 3600, 1), cdn(young, 3600, 1)), 2);
        write(PackagerRow.TABLE, List.of(packager(old, 60, 1), packager(young, 3600, 1)), 2);
        AlertLogWriter log = store(100).alertLog();
        log.deliver(Messages.raised("a-1", old));
        log.deliver(Messages.raised("a-2", young));

        at(old.plus(Duration.ofDays(90)));
        tidy();
        assertThat(history().cdn("CH_001", "edge-hn", old, young)).hasSize(1);

        at(old.plus(Duration.ofDays(90)).plusSeconds(1));
        tidy();
        assertThat(history().cdn("CH_001", "edge-hn", old, young.plusSeconds(1)))
                .containsExactly(cdn(young, 3600, 1));
        assertThat(history().packager("CH_001", old, young.plusSeconds(1))).containsExactly(packager(young, 3600, 1));
        assertThat(ids(Optional.empty())).containsExactly("a-2", "a-1");

        at(old.plus(Duration.ofDays(365)).plusSeconds(1));
        tidy();
        assertThat(ids(Optional.empty())).containsExactly("a-2");
    }

    @Test
    void theAlertLogHoldsEachAlertOnce() throws Exception {
        AlertLogWriter log = store(100).alertLog();
        Message raised = Messages.raised("a-1", START);
        log.deliver(raised);
        log.deliver(raised);
        log.deliver(Messages.raised("a-2", START.plusSeconds(5)));
        assertThat(alerts().since(START, Optional.empty(), 10))
                .extracting(StoreRules::withoutWhole)
                .containsExactly(row("a-2", START.plusSeconds(5)), row("a-1", START));

        log.deliver(Messages.acknowledged("a-1", START));
        log.deliver(Messages.escalated("a-1", START));
        log.deliver(Messages.cleared("a-1", START));
        log.deliver(Messages.cleared("a-1", START));
        log.deliver(Messages.merged("a-2", START.plusSeconds(5)));
        assertThat(alerts().since(START, Optional.empty(), 10))
                .extracting(
                        AlertRow::id,
                        AlertRow::acknowledgedBy,
                        AlertRow::escalatedTo,
                        alert -> alert.resolvedAt().orElseThrow(),
                        AlertRow::state)
                .containsExactly(
                        tuple("a-2", "", "", Messages.MERGED_AT, "merged"),
                        tuple("a-1", "Lan", "noc-snmp, sms", Messages.CLEARED_AT, "cleared"));
    }

    @Test
    void whatIsOverIsFoundAgainWhole() throws Exception {
        AlertLogWriter log = store(100).alertLog();
        log.deliver(Messages.raised("a-1", START));
        log.deliver(Messages.raised("a-2", START));
        log.deliver(Messages.raised("a-3", START));
        log.deliver(Messages.cleared("a-1", START));
        log.deliver(Messages.merged("a-2", START));

        assertThat(alerts().over(10)).extracting(AlertRow::id).containsExactly("a-1");
        assertThat(Json.fields(alerts().over(10).getFirst().alert()))
                .containsEntry("id", "a-1")
                .containsEntry("rendition", "HD")
                .containsEntry("clearedAt", Messages.CLEARED_AT.toString());
        assertThat(new AlertHistory(database(), "probe-2").over(10))
                .as("of another probe")
                .isEmpty();
        assertThat(alerts().of("a-3"))
                .hasValueSatisfying(row -> assertThat(row.state()).isEqualTo("firing"));
        assertThat(alerts().of("a-4")).isEmpty();
    }

    /** A database that the version before this one made. */
    @Test
    void rowsOfBeforeAreFoundAsWell() throws Exception {
        try (Connection connection = database().open();
                Statement statement = connection.createStatement()) {
            Migrations.run(connection, database(), 2);
            statement.execute("INSERT INTO alert_log (alert_id, time, probe_id, severity, source, channel_id, check_id,"
                    + " team, message, resolved_at) VALUES ('a-0', '2026-03-01T00:00:00Z', 'probe-1', 'major',"
                    + " 'origin', 'CH_001', 'playlist_stale', 'cdn', 'CH_001 is frozen', '2026-03-01T00:04:00Z')");
        }

        assertThat(alerts().over(10)).singleElement().satisfies(row -> {
            assertThat(row.alert()).isEmpty();
            assertThat(row.state()).isEmpty();
        });
    }

    private static AlertRow withoutWhole(AlertRow row) {
        return new AlertRow(
                row.id(),
                row.time(),
                row.probe(),
                row.severity(),
                row.source(),
                row.channel(),
                row.check(),
                row.team(),
                row.message(),
                row.acknowledgedBy(),
                row.acknowledgedAt(),
                row.escalatedTo(),
                row.resolvedAt(),
                row.state(),
                "");
    }

    @Test
    void alertsAreFoundByChannelAndTime() throws Exception {
        AlertLogWriter log = store(100).alertLog();
        log.deliver(Messages.of("a-1", START, List.of("CH_001")));
        log.deliver(Messages.of("a-2", START.plusSeconds(1), List.of("CH_0012")));
        log.deliver(Messages.of("a-3", START.plusSeconds(2), List.of("CH_0012", "CH_001")));
        log.deliver(Messages.of("a-4", START.plusSeconds(3), List.of("CHx001")));

        assertThat(ids(Optional.of("CH_001"))).containsExactly("a-3", "a-1");
        assertThat(alerts().since(START.plusSeconds(2), Optional.empty(), 10))
                .extracting(AlertRow::id)
                .containsExactly("a-4", "a-3");
        assertThat(alerts().since(START, Optional.empty(), 0)).hasSize(1);
    }

    @Test
    void foreignTextIsKeptAsItIs() throws Exception {
        String text = "'; DROP TABLE alert_log; -- \u0000 \uD83D\uDE00 Kênh \"1\"";
        store(100).alertLog().deliver(Messages.saying("a-1", START, text));

        assertThat(alerts().since(START, Optional.empty(), 10))
                .extracting(AlertRow::message)
                .containsExactly(text.replace('\0', '?'));
    }

    @Test
    void theQuestionsOfTheDocsCanBeAsked() throws Exception {
        write(CdnRow.TABLE, List.of(cdn(START, 60, 1)), 2);
        String other = database().dialect() == Dialect.SQLITE ? "-- PostgreSQL" : "-- SQLite";
        String page = Files.readString(Path.of(System.getProperty("project.root", ".."), "docs/store.md"));
        List<String> questions = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(sql -> !sql.startsWith(other))
                .toList();

        assertThat(questions).hasSize(4);
        try (Connection connection = database().open();
                Statement statement = connection.createStatement()) {
            for (String question : questions) {
                statement.executeQuery(question).close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"packager_metrics", "cdn_metrics", "alert_log"})
    void theDocsTellOfEachColumn(String table) throws Exception {
        String page = Files.readString(Path.of(System.getProperty("project.root", ".."), "docs/store.md"));
        String part = page.substring(page.indexOf("**" + table + "**")).split("\n\n", 3)[1];
        try (Connection connection = database().open()) {
            Migrations.run(connection, database());
            try (ResultSet columns = connection.getMetaData().getColumns(null, null, table, null)) {
                while (columns.next()) {
                    assertThat(part).contains("`" + columns.getString("COLUMN_NAME") + "`");
                }
            }
        }
    }

    void tidy() throws Exception {
        Tidying tidying = new Tidying(settings());
        try (Link link = new Link(database())) {
            while (tidying.step(link, now)) {
                // until it pauses
            }
        }
    }

    private List<Integer> spans() throws Exception {
        try (Link link = new Link(database())) {
            return link.read(connection -> {
                List<CdnRow> all = CdnRow.TABLE.select("1 = 1", none -> {}, connection, link.dialect());
                int hourly =
                        (int) all.stream().filter(row -> row.span() == 3600).count();
                return List.of(hourly, all.size() - hourly);
            });
        }
    }

    private <R extends Row<R>> void write(Table<R> table, List<R> rows, int version) throws Exception {
        try (Connection connection = database().open()) {
            Migrations.run(connection, database(), version);
            table.insert(rows, connection, database().dialect());
        }
    }

    MetricHistory history() {
        return new MetricHistory(database());
    }

    AlertHistory alerts() {
        return new AlertHistory(database(), "probe-1");
    }

    List<String> ids(Optional<String> channel) throws Exception {
        return alerts().since(START, channel, 10).stream().map(AlertRow::id).toList();
    }

    static Row.Place place(String layer) {
        return new Row.Place("probe-1", "CH_001", layer);
    }

    static CdnRow cdn(Instant time, int span, long requests) {
        return new CdnRow(place("edge-hn"), time, span, requests, requests, 1.5, 2, 1, 1, 200, 0, 0, 10, 0, 0);
    }

    private static PackagerRow packager(Instant time, int span, long polls) {
        return new PackagerRow(place(""), time, span, polls, 0, 1.5, 2, 6, 5, 0, 1, "[1]");
    }

    private static AlertRow row(String id, Instant at) {
        return new AlertRow(
                id,
                at,
                "probe-1",
                "critical",
                "packager",
                "CH_001",
                "playlist_stale",
                "packager",
                "CH_001 is frozen",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                "firing",
                "");
    }
}
