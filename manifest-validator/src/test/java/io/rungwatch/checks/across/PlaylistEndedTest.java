package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.Mode;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.stage.Situation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class PlaylistEndedTest {
    private static final String ENDED = "a live playlist ended (EXT-X-ENDLIST) after segment 105";
    private static final LivePlaylist END = live(100).ended();
    private static final LivePlaylist WHOLE = live(0).ended();

    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new PlaylistEnded(), Channels.live());
        Ladders unsaid = live.under(Channels.mode(Mode.UNKNOWN));
        return Stream.of(
                live.of("goes on", NONE, rung("HD"), rung("SD")),
                live.of(
                        "all video",
                        "critical: " + ENDED,
                        rung("HD").shows(END),
                        rung("SD").shows(END),
                        audio("vie")),
                live.of("one rung only", "major: " + ENDED, rung("HD").shows(END), rung("SD")),
                live.of("another rung", NONE, rung("SD"), rung("HD").shows(END)),
                live.under(Channels.mode(Mode.EVENT))
                        .of("an event ends", NONE, rung("HD").shows(END)),
                live.under(Channels.mode(Mode.VOD)).of("VOD", NONE, rung("HD").shows(WHOLE)),
                unsaid.of(
                        "nobody said live, and it is whole from number 0",
                        NONE,
                        rung("HD").shows(WHOLE)),
                unsaid.of(
                        "nobody said live, but it has been sliding",
                        "critical: " + ENDED,
                        rung("HD").shows(END)));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
