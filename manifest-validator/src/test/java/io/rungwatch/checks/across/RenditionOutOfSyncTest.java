package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Rung.subtitles;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Target duration six seconds. Numbers are never compared, times are. */
public class RenditionOutOfSyncTest {
    private static final LivePlaylist OTHER_NUMBERS = live(500_000);
    private static final LivePlaylist UNDATED = live(100).undated();

    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new RenditionOutOfSync(), Channels.live());
        Rung sd = rung("SD");
        Rung ld = rung("LD");
        return Stream.of(
                live.of("in step", NONE, rung("HD"), sd, ld, audio("vie")),
                live.of("one target duration is normal", NONE, rung("HD").late(6), sd, ld),
                live.of("1.5 are the limit", NONE, rung("HD").late(9), sd, ld),
                live.of(
                        "just beyond",
                        "minor: 9.1 s behind the other renditions",
                        rung("HD").late(9.1),
                        sd,
                        ld),
                live.of(
                        "three are still minor",
                        "minor: 18.0 s behind the other renditions",
                        rung("HD").late(18),
                        sd,
                        ld),
                live.of(
                        "four",
                        "major: 24.0 s behind the other renditions",
                        rung("HD").late(24),
                        sd,
                        ld),
                live.of(
                        "ahead",
                        "major: 24.0 s ahead of the other renditions",
                        rung("HD").late(-24),
                        sd,
                        ld),
                live.of("another one is the odd one", NONE, sd, ld, rung("HD").late(24)),
                live.of(
                        "twins that are a segment apart may be that late",
                        NONE,
                        rung("HD").late(15).older(1),
                        sd,
                        ld),
                live.of("whoever met the other twin", NONE, rung("HD").late(15), sd.older(1), ld),
                live.of(
                        "and no later",
                        "minor: 15.1 s behind the other renditions",
                        rung("HD").late(15.1).older(1),
                        sd,
                        ld),
                live.of(
                        "sound",
                        "major: 24.0 s behind the other renditions",
                        audio("vie").late(24),
                        sd,
                        ld),
                live.of("subtitles are not compared", NONE, subtitles("vie").late(24), sd, ld),
                live.of("nor compared with", NONE, sd, ld, subtitles("vie").late(24)),
                live.of(
                        "what stands still is stale instead",
                        NONE,
                        rung("HD").late(24).still(6),
                        sd,
                        ld),
                live.of(
                        "what has ended",
                        NONE,
                        rung("HD").late(24).shows(live(100).ended()),
                        sd,
                        ld),
                live.of("equal times under other numbers", NONE, rung("HD").shows(OTHER_NUMBERS), sd, ld),
                live.of(
                        "the caches on the way may be that late",
                        NONE,
                        rung("HD").late(12).held(3),
                        sd,
                        ld),
                live.of(
                        "without dates: what advanced less",
                        "major: 24.0 s behind the other renditions",
                        rung("HD").shows(UNDATED).late(24),
                        sd.shows(UNDATED),
                        ld.shows(UNDATED)),
                live.of("without dates: in step", NONE, rung("HD").shows(UNDATED), sd.shows(UNDATED)),
                live.of("alone", NONE, rung("HD").late(24)));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
