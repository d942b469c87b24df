package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Rung.subtitles;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Severity;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Mode;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.Situation;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Segments and target duration are six seconds unless a row says otherwise. */
public class PlaylistStaleTest {
    private static final Ladders LIVE = new Ladders(new PlaylistStale(), Channels.live());

    public static Stream<Situation> situations() {
        CheckSetting three = new CheckSetting(true, Optional.<Severity>empty(), OptionalDouble.of(3));
        Ladders lenient = LIVE.under(Channels.set(Channels.live(), "playlist_stale", three));
        return Stream.of(
                LIVE.of("advancing", NONE, rung("HD"), rung("SD")),
                LIVE.of("1.9 target durations", NONE, rung("HD").still(11.4), rung("SD")),
                LIVE.of("two target durations are the limit", NONE, rung("HD").still(12), rung("SD")),
                LIVE.of("just beyond", no("12.1 s, 2.0"), rung("HD").still(12.1), rung("SD")),
                LIVE.of(
                        "the caches on the way add theirs",
                        NONE,
                        rung("HD").still(15).held(3),
                        rung("SD")),
                LIVE.of(
                        "beyond that too",
                        no("15.1 s, 2.5"),
                        rung("HD").still(15.1).held(3),
                        rung("SD")),
                LIVE.of("three are still minor", no("18 s, 3.0"), rung("HD").still(18), rung("SD")),
                LIVE.of(
                        "one rung of two for four",
                        major("24 s, 4.0"),
                        rung("HD").still(24),
                        rung("SD")),
                LIVE.of(
                        "all video for 3.5",
                        major("21 s, 3.5"),
                        rung("HD").still(21),
                        rung("SD").still(21)),
                LIVE.of(
                        "all video beyond 3.5",
                        critical("21.1 s, 3.5"),
                        rung("HD").still(21.1),
                        rung("SD").still(21.1),
                        audio("vie")),
                LIVE.of("audio alone", major("24 s, 4.0"), audio("vie").still(24), rung("HD")),
                LIVE.of("subtitles are sparse", NONE, subtitles("vie").still(24), rung("HD")),
                LIVE.of("but not for ever", no("24.1 s, 4.0"), subtitles("vie").still(24.1), rung("HD")),
                LIVE.of(
                        "no alarm below four seconds",
                        NONE,
                        rung("LL").shows(live(100).seconds(1)).still(4)),
                LIVE.of("ended", NONE, rung("HD").shows(live(100).ended()).still(60)),
                LIVE.under(Channels.mode(Mode.VOD)).of("VOD", NONE, rung("HD").still(600)),
                LIVE.under(Channels.mode(Mode.EVENT))
                        .of("an event that goes on", no("13 s, 2.2"), rung("HD").still(13), rung("SD")),
                lenient.of(
                        "the profile allows 3 and half a poll", NONE, rung("HD").still(21), rung("SD")),
                lenient.of("and no more", major("21.1 s, 3.5"), rung("HD").still(21.1), rung("SD")));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }

    private static String no(String duration) {
        return "minor: no new segment for " + duration + " × its target duration";
    }

    private static String major(String duration) {
        return no(duration).replace("minor", "major");
    }

    private static String critical(String duration) {
        return no(duration).replace("minor", "critical");
    }
}
