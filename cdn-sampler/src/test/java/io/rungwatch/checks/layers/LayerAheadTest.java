package io.rungwatch.checks.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.check.LayerPair;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.View;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Target duration six seconds; this layer is one second behind the clock. */
class LayerAheadTest {
    private static final long NOW = seconds(1_000_000);
    private static final String NONE = "none";

    /** The layer above: how much later its edge is, what caches may hold back on the way to it, how long it has stood, its twin. */
    private record Above(double late, double held, double still, double apart, boolean dated) {
        static Above late(double seconds) {
            return new Above(seconds, 0, 0, 0, true);
        }

        Above held(double seconds) {
            return new Above(late, seconds, still, apart, dated);
        }

        Above still(double seconds) {
            return new Above(late, held, seconds, apart, dated);
        }

        Above twinsApart(double seconds) {
            return new Above(late, held, still, seconds, dated);
        }

        Above undated() {
            return new Above(late, held, still, apart, false);
        }
    }

    private record Row(String situation, Above above, String expected) {
        @Override
        public String toString() {
            return situation;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("in step", Above.late(0), NONE),
                new Row("behind, as it should be", Above.late(-12), NONE),
                new Row("one segment: it was published between both questions", Above.late(6), NONE),
                new Row("1.5 are the limit", Above.late(9), NONE),
                new Row("just beyond", Above.late(9.1), "minor: 9.1 s (1.5 × its target duration) ahead of origin"),
                new Row(
                        "one above may hold its copy back for so long",
                        Above.late(12).held(3),
                        NONE),
                new Row(
                        "and no longer",
                        Above.late(12.1).held(3),
                        "minor: 12.1 s (2.0 × its target duration) ahead of origin"),
                new Row("of twins above we asked the slower one", Above.late(15).twinsApart(6), NONE),
                new Row("one that stands still is stale instead", Above.late(30).still(6), NONE),
                new Row("without dates nobody knows", Above.late(30).undated(), NONE));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        LayerPair pair = new LayerPair(
                view("edge", Layer.Kind.EDGE, Above.late(0)), view("origin", Layer.Kind.ORIGIN, row.above()));

        List<Finding> found = new LayerAhead().check(pair, List.of(pair), profile());

        assertThat(
                        found.isEmpty()
                                ? NONE
                                : found.getFirst().severity().word() + ": "
                                        + found.getFirst().message())
                .isEqualTo(row.expected());
    }

    @Test
    void oneThatHasEndedIsAnotherMatter() {
        View ended = view(
                "origin",
                Layer.Kind.ORIGIN,
                new View.Standing(NOW, NOW, seconds(6), 0, seconds(31), seconds(31), View.UNKNOWN, true, false),
                0);
        LayerPair pair = new LayerPair(view("edge", Layer.Kind.EDGE, Above.late(0)), ended);

        assertThat(new LayerAhead().check(pair, List.of(pair), profile())).isEmpty();
    }

    private static View view(String name, Layer.Kind kind, Above is) {
        long lag = is.dated() ? seconds(1 + is.late()) : View.UNKNOWN;
        return view(
                name,
                kind,
                new View.Standing(
                        NOW,
                        NOW - seconds(is.still()),
                        seconds(6),
                        seconds(is.held()),
                        lag,
                        lag,
                        View.UNKNOWN,
                        false,
                        true),
                seconds(is.apart()));
    }

    private static View view(String name, Layer.Kind kind, View.Standing standing, long apart) {
        Layer layer = new Layer(name, kind, "cdn", new Url("http", name, 80, "/"), Optional.empty());
        return new View(new Rendition("HD", Rendition.Kind.VIDEO), layer, standing, apart, NOW);
    }

    private static ChannelProfile profile() {
        return ChannelProfile.unknown("CH_001", "/live/master.m3u8", List.of());
    }

    private static long seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000)).toNanos();
    }
}
