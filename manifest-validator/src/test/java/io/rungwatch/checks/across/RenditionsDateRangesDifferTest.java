package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten segments of six seconds, the first of which begins at midnight. */
public class RenditionsDateRangesDifferTest {
    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new RenditionsDateRangesDiffer(), Channels.live());
        Rung sd = one("SD").head(ad("b", "47.9"));
        Rung ld = one("LD").head(ad("b", "47.9"));
        return Stream.of(
                live.of("none", NONE, wide("HD"), wide("SD")),
                live.of("only one carries any", NONE, wide("HD"), sd, ld),
                live.of("the same", NONE, one("HD").head(ad("b", "47.9")), sd, ld),
                live.of("one is missing", "minor: date range b is missing, but is in SD", one("HD"), sd, ld),
                live.of(
                        "one too many",
                        "minor: date range c is here, but not in SD",
                        one("HD").head(ad("c", "20")),
                        one("SD"),
                        one("LD")),
                live.of("another one is the odd one", NONE, sd, ld, one("HD")),
                live.of(
                        "began two target durations ago, which is the limit",
                        NONE,
                        one("HD"),
                        one("SD").head(ad("b", "48")),
                        one("LD").head(ad("b", "48"))),
                live.of(
                        "about to leave the window",
                        NONE,
                        one("HD"),
                        one("SD").head(ad("b", "05")),
                        one("LD").head(ad("b", "05"))),
                live.of(
                        "says something else",
                        "minor: date range a has another DURATION than in SD",
                        wide("HD").head(ad("a", "30") + ",DURATION=12"),
                        wide("SD").head(ad("a", "30") + ",DURATION=15"),
                        wide("LD").head(ad("a", "30") + ",DURATION=15")),
                live.of(
                        "does not say yet how long it was",
                        NONE,
                        one("HD"),
                        wide("SD").head(ad("a", "30") + ",DURATION=15")));
    }

    private static Rung one(String name) {
        return wide(name).head(ad("a", "30"));
    }

    private static Rung wide(String name) {
        return rung(name).shows(live(100).of(10));
    }

    private static String ad(String id, String second) {
        return "#EXT-X-DATERANGE:ID=\"" + id + "\",START-DATE=\"2026-03-01T00:00:" + second + "Z\"";
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
