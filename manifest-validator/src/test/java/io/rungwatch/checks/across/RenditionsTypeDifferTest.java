package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Rung.subtitles;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.Mode;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Target duration six seconds. */
public class RenditionsTypeDifferTest {
    private static final String KEY = "#EXT-X-KEY:METHOD=%s,URI=\"k\"";
    private static final String CONTROL = "#EXT-X-SERVER-CONTROL:HOLD-BACK=";

    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new RenditionsTypeDiffer(), Channels.mode(Mode.EVENT));
        Rung sd = rung("SD");
        Rung ld = rung("LD");
        Rung vod = rung("HD").head("#EXT-X-PLAYLIST-TYPE:VOD");
        Rung over = rung("HD").shows(live(100).ended());
        Rung aes = rung("HD").head(KEY.formatted("AES-128"));
        return Stream.of(
                live.of("alike", NONE, rung("HD"), sd, ld, audio("vie")),
                live.of("VOD", "major: EXT-X-PLAYLIST-TYPE is VOD, that of SD is absent", vod, sd, ld),
                live.of("another one is the odd one", NONE, sd, ld, vod),
                live.of("ended three seconds ago", NONE, over.known(3), sd, ld),
                live.of("two target durations are the limit", NONE, over.known(12), sd, ld),
                live.of("beyond", "major: EXT-X-ENDLIST is there, but SD goes on", over.known(12.1), sd, ld),
                live.of(
                        "an event becomes VOD, one after the other",
                        NONE,
                        over.head("#EXT-X-PLAYLIST-TYPE:VOD").known(3),
                        sd.head("#EXT-X-PLAYLIST-TYPE:EVENT"),
                        ld.head("#EXT-X-PLAYLIST-TYPE:EVENT")),
                live.of(
                        "left behind",
                        "major: EXT-X-ENDLIST is missing, and HD has ended",
                        ld,
                        over.known(13),
                        sd.shows(live(100).ended()).known(13)),
                live.of(
                        "all have ended",
                        NONE,
                        over.known(60),
                        sd.shows(live(100).ended())),
                live.of(
                        "another hold-back",
                        "major: EXT-X-SERVER-CONTROL says something else than in SD",
                        rung("HD").head(CONTROL + "24"),
                        sd.head(CONTROL + "18"),
                        ld.head(CONTROL + "18")),
                live.of("another hold-back of subtitles", NONE, subtitles("vie").head(CONTROL + "24"), sd, ld),
                live.of("locked", "major: encryption is AES-128, that of SD is off", aes, sd, ld),
                live.of(
                        "locked otherwise",
                        "major: encryption is AES-128, that of SD is SAMPLE-AES",
                        aes,
                        sd.head(KEY.formatted("SAMPLE-AES-CTR")),
                        ld.head(KEY.formatted("SAMPLE-AES"))),
                live.of("sound in the clear", NONE, audio("vie"), aes, sd.head(KEY.formatted("AES-128"))),
                live.of("a key that comes", NONE, rung("HD").before(105, KEY.formatted("AES-128")), sd, ld),
                live.of(
                        "not independent",
                        "major: EXT-X-INDEPENDENT-SEGMENTS is missing, but not in SD",
                        rung("HD"),
                        sd.head("#EXT-X-INDEPENDENT-SEGMENTS"),
                        ld.head("#EXT-X-INDEPENDENT-SEGMENTS")),
                live.of(
                        "sound need not say so",
                        NONE,
                        audio("vie"),
                        sd.head("#EXT-X-INDEPENDENT-SEGMENTS"),
                        ld.head("#EXT-X-INDEPENDENT-SEGMENTS")),
                live.of("subtitles need not be", NONE, subtitles("vie"), sd.head("#EXT-X-INDEPENDENT-SEGMENTS")));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
