package io.rungwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Verdict;
import io.rungwatch.exchange.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes one row. */
class HistorySinkTest {
    private static final Row.Place PACKAGER = new Row.Place("probe-1", "CH_001", "packager");
    private static final Row.Place EDGE = new Row.Place("probe-1", "CH_001", "edge-hn");
    private static final Row.Place CHANNEL = new Row.Place("probe-1", "CH_001", "");

    private final RowQueue queue = new RowQueue(100);
    private final HistorySink sink = new HistorySink("probe-1", 60, queue);
    private final Polls packager = new Polls("CH_001", Polls.PACKAGER);
    private final Polls edge = new Polls("CH_001", Polls.EDGE);

    HistorySinkTest() {
        sink.watch(Polls.profile("CH_001"));
    }

    @Test
    void aMinuteOfTheFirstLayer() {
        sink.accept(packager.master("2026-03-01T00:00:05Z", 10));
        sink.accept(packager.playlist("2026-03-01T00:00:05.200Z", 30));
        sink.accept(packager.playlist("2026-03-01T00:00:11Z", 20));
        sink.accept(packager.status("2026-03-01T00:00:17Z", 404, 4));
        sink.accept(packager.failed("2026-03-01T00:00:23Z", Failure.FIRST_BYTE_TIMEOUT));
        sink.accept(packager.late("2026-03-01T00:00:29Z"));
        sink.accept(packager.missing("2026-03-01T00:00:30Z", 2));

        assertThat(rows()).isEmpty();

        sink.accept(packager.playlist("2026-03-01T00:01:00Z", 20));

        Instant begin = Instant.parse("2026-03-01T00:00:05Z");
        long bytes = Polls.MASTER.length() + 2L * Polls.TWO_SEGMENTS.length();
        assertThat(rows())
                .containsExactly(
                        new PackagerRow(CHANNEL, begin, 55, 5, 2, 20, 30, 5.5, 2, 2, 2, "[15000000,5000000]"),
                        new CdnRow(PACKAGER, begin, 55, 5, 4, 16, 30, 8, 15, 404, 0, 0, bytes, 2, 1));
    }

    @Test
    void aMinuteOfAnotherLayer() {
        sink.accept(edge.sample("2026-03-01T00:00:59Z", 200, 8, Verdict.HIT, true));
        sink.accept(edge.sample("2026-03-01T00:01:00Z", 200, 10, Verdict.HIT, true));
        sink.accept(edge.sample("2026-03-01T00:01:10Z", 200, 20, Verdict.MISS, true));
        sink.accept(edge.sample("2026-03-01T00:01:20Z", 200, 30, Verdict.MISS, false));
        sink.accept(edge.sample("2026-03-01T00:01:30Z", 503, 40, Verdict.ERROR, true));
        sink.accept(edge.sample("2026-03-01T00:02:00Z", 200, 50, Verdict.HIT, true));

        assertThat(rows())
                .containsExactly(
                        new CdnRow(
                                EDGE,
                                Instant.parse("2026-03-01T00:00:59Z"),
                                1,
                                1,
                                1,
                                8,
                                8,
                                4,
                                4,
                                200,
                                1,
                                1,
                                1000,
                                0,
                                0),
                        new CdnRow(
                                EDGE,
                                Instant.parse("2026-03-01T00:01:00Z"),
                                60,
                                4,
                                4,
                                25,
                                40,
                                12.5,
                                20,
                                503,
                                1,
                                2,
                                4000,
                                1,
                                0));
    }

    @Test
    void whatNobodyCouldKnowIsNotThere() {
        sink.accept(packager.failed("2026-03-01T00:00:05Z", Failure.CONNECT));
        sink.finish();

        Instant begin = Instant.parse("2026-03-01T00:00:05Z");
        double none = Double.NaN;
        assertThat(rows())
                .containsExactly(
                        new PackagerRow(CHANNEL, begin, 1, 1, 1, none, none, none, -1, 0, -1, ""),
                        new CdnRow(PACKAGER, begin, 1, 1, 0, none, none, none, none, -1, 0, 0, 0, 1, 0));
    }

    @Test
    void aChannelThatLeavesLeavesItsRows() {
        sink.accept(edge.playlist("2026-03-01T00:00:05Z", 10));
        sink.accept(edge.playlist("2026-03-01T00:00:11Z", 10));
        sink.forgetChannel("CH_001");
        sink.accept(edge.playlist("2026-03-01T00:00:17Z", 10));

        assertThat(rows()).extracting(Row::span).containsExactly(7);
        sink.finish();
        assertThat(rows()).isEmpty();
    }

    @Test
    void nothingIsWrittenOfAQuietMinute() {
        sink.accept(edge.late("2026-03-01T00:00:05Z"));
        sink.accept(edge.late("2026-03-01T00:05:05Z"));
        sink.finish();

        assertThat(rows()).isEmpty();
    }

    @Test
    void theOldestRowsGoWhenNobodyTakesThem() {
        for (int minute = 0; minute < 10; minute++) {
            for (int hour = 10; hour < 24; hour++) {
                sink.accept(edge.playlist("2026-03-0%dT%d:00:05Z".formatted(1 + minute / 2, hour), 10));
            }
        }
        RowQueue small = new RowQueue(3);
        List<Row<?>> all = rows();
        all.forEach(small::offer);
        List<Row<?>> left = new ArrayList<>();
        small.take(left, 10);

        assertThat(left).isEqualTo(all.subList(all.size() - 3, all.size()));
        assertThat(small.dropped()).isEqualTo(all.size() - 3);
    }

    private List<Row<?>> rows() {
        List<Row<?>> rows = new ArrayList<>();
        queue.take(rows, 1000);
        return rows;
    }
}
