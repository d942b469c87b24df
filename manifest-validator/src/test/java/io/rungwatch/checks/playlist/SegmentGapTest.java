package io.rungwatch.checks.playlist;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
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

/** Six segments that are there, and what comes behind them: `x` is missing, `o` is there. */
public class SegmentGapTest {
    private static Rung hd(String segments) {
        return rung("HD").shows(live(100).tagged(lines(segments)));
    }

    private static String lines(String segments) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < segments.length(); i++) {
            lines.append(segments.charAt(i) == 'x' ? "#EXT-X-GAP\n" : "")
                    .append("#EXTINF:6.000,\nhd_")
                    .append(106 + i)
                    .append(".ts\n");
        }
        return lines.toString();
    }

    public static Stream<Situation> situations() {
        Ladders gaps = new Ladders(new SegmentGap(), Channels.live());
        Rung sd = rung("SD");
        return Stream.of(
                gaps.of("none", NONE, hd("ooo"), sd),
                gaps.of("one on one rung", "info: a segment is missing", hd("x"), sd),
                gaps.of("two in a row are the limit", "minor: 2 segments in a row are missing", hd("xx"), sd),
                gaps.of("three in a row", "major: 3 segments in a row are missing", hd("xxx"), sd),
                gaps.of("two, but apart", "info: a segment is missing", hd("xox"), sd),
                gaps.of("still among the newest", "major: 3 segments in a row are missing", hd("xxxoo"), sd),
                gaps.of("left behind", NONE, hd("xxxooo"), sd),
                gaps.of(
                        "all video, for two target durations",
                        "critical: 2 segments in a row are missing, and so are those of all other rungs",
                        hd("xx"),
                        rung("SD").shows(live(100).tagged(lines("xx"))),
                        audio("vie")),
                gaps.of(
                        "all video, for one",
                        "info: a segment is missing",
                        hd("x"),
                        rung("SD").shows(live(100).tagged(lines("x")))));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
