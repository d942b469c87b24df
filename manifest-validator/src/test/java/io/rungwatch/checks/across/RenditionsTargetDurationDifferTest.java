package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Rung.subtitles;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Target duration six seconds unless a row says otherwise. */
public class RenditionsTargetDurationDifferTest {
    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new RenditionsTargetDurationDiffer(), Channels.live());
        Rung sd = rung("SD");
        Rung ld = rung("LD");
        Rung ten = audio("vie").shows(live(100).target(10));
        return Stream.of(
                live.of("the same", NONE, rung("HD"), sd, ld, audio("vie")),
                live.of("sound has ten", "minor: target duration 10 s, that of SD is 6 s", ten, sd, ld),
                live.of("another one is the odd one", NONE, sd, ld, ten),
                live.of("of two, the first is right", NONE, sd, ten),
                live.of(
                        "live subtitles of a minute",
                        "info: target duration 60 s, that of SD is 6 s",
                        subtitles("vie").shows(live(100).target(60)),
                        sd,
                        ld),
                live.of(
                        "nobody is compared with subtitles",
                        NONE,
                        sd,
                        subtitles("vie").shows(live(100).target(60))),
                live.of(
                        "subtitles of a film",
                        NONE,
                        subtitles("vie").shows(live(100).target(60)).head("#EXT-X-PLAYLIST-TYPE:VOD"),
                        sd),
                live.of(
                        "not written at all",
                        NONE,
                        rung("HD")
                                .shows(live(100).seconds(10))
                                .edited(text -> text.replace("#EXT-X-TARGETDURATION:10\n", "")),
                        sd,
                        ld));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
