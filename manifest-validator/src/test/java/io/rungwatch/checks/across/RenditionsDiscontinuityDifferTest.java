package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Rung.subtitles;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Six segments of six seconds, the first of which begins at midnight. */
public class RenditionsDiscontinuityDifferTest {
    private static final String CUT = "#EXT-X-DISCONTINUITY";
    private static final LivePlaylist UNDATED = live(100).of(10).undated();

    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new RenditionsDiscontinuityDiffer(), Channels.live());
        Rung hd = rung("HD");
        Rung sd = rung("SD").before(103, CUT);
        Rung ld = rung("LD").before(103, CUT);
        Rung late = hd.shows(live(100).dated(Duration.ofMillis(200))).before(103, CUT);
        Rung later = hd.shows(live(100).dated(Duration.ofMillis(201))).before(103, CUT);
        Rung three = hd.shows(live(100).discontinuity(3));
        Rung bare = hd.shows(UNDATED);
        return Stream.of(
                live.of("none", NONE, hd, rung("SD")),
                live.of("at the same place", NONE, hd.before(103, CUT), sd, ld),
                live.of(
                        "other segment numbers",
                        NONE,
                        hd.shows(live(500))
                                .edited(RenditionsDiscontinuityDifferTest::asOf100)
                                .before(503, CUT),
                        sd),
                live.of("0.2 s are the limit", NONE, late, sd, ld),
                live.of(
                        "beyond",
                        "major: at 2026-03-01T00:00:18Z its discontinuity number is 0, that of SD is 1",
                        later,
                        sd,
                        ld),
                live.of(
                        "missing",
                        "major: at 2026-03-01T00:00:18Z its discontinuity number is 0, that of SD is 1",
                        hd,
                        sd,
                        ld),
                live.of("another one is the odd one", NONE, sd, ld, hd),
                live.of(
                        "another number",
                        "major: at 2026-03-01T00:00:06Z its discontinuity number is 3, that of SD is 4",
                        three,
                        rung("SD").shows(live(100).discontinuity(4)),
                        rung("LD").shows(live(100).discontinuity(4))),
                live.of(
                        "the newest boundary may not be everywhere yet",
                        NONE,
                        hd,
                        rung("SD").before(105, CUT),
                        rung("LD").before(105, CUT)),
                live.of(
                        "the oldest may be gone",
                        NONE,
                        hd.shows(live(100).discontinuity(1)),
                        rung("SD").before(101, CUT),
                        rung("LD").before(101, CUT)),
                live.of("subtitles are not compared", NONE, subtitles("vie"), sd, ld),
                live.of(
                        "without dates: in both",
                        NONE,
                        bare.before(105, CUT),
                        rung("SD").shows(UNDATED).before(105, CUT)),
                live.of(
                        "without dates: a segment apart",
                        NONE,
                        bare.before(105, CUT),
                        rung("SD").shows(UNDATED).before(104, CUT)),
                live.of(
                        "without dates: missing",
                        "major: discontinuities: 0 in its window, 1 in SD",
                        bare,
                        rung("SD").shows(UNDATED).before(105, CUT),
                        rung("LD").shows(UNDATED).before(105, CUT)),
                live.of(
                        "without dates: close to the edge",
                        NONE,
                        bare,
                        rung("SD").shows(UNDATED).before(109, CUT),
                        rung("LD").shows(UNDATED).before(109, CUT)));
    }

    private static String asOf100(String text) {
        return text.replaceFirst("#EXT-X-PROGRAM-DATE-TIME:.*", "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
