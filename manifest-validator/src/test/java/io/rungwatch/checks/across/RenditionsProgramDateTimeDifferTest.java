package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
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

/** Segment 103 is shorter than the others, so that everybody knows it again. */
public class RenditionsProgramDateTimeDifferTest {
    private static final String CUT = "#EXT-X-DISCONTINUITY";

    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new RenditionsProgramDateTimeDiffer(), Channels.live());
        Rung sd = rung("SD").lasting(103, "4.2");
        Rung ld = rung("LD").lasting(103, "4.2");
        return Stream.of(
                live.of("the same", NONE, later(0), sd, ld),
                live.of("a frame", NONE, later(40), sd, ld),
                live.of("half a second is the limit", NONE, later(500), sd, ld),
                live.of(
                        "beyond",
                        "minor: its dates are 0.51 s later than those of SD for the same content",
                        later(510),
                        sd,
                        ld),
                live.of(
                        "two seconds are still minor",
                        "minor: its dates are 2 s later than those of SD for the same content",
                        later(2000),
                        sd,
                        ld),
                live.of(
                        "three",
                        "major: its dates are 3 s earlier than those of SD for the same content",
                        later(-3000),
                        sd,
                        ld),
                live.of("another one is the odd one", NONE, sd, ld, later(3000)),
                live.of("equal segments may just be late", NONE, rung("HD").shows(dated(3000)), rung("SD"), rung("LD")),
                live.of(
                        "a pattern that repeats may be another number",
                        NONE,
                        rung("HD")
                                .shows(dated(12000))
                                .lasting(101, "5")
                                .lasting(103, "5")
                                .lasting(105, "5"),
                        rung("SD").lasting(101, "5").lasting(103, "5").lasting(105, "5"),
                        rung("LD").lasting(101, "5").lasting(103, "5").lasting(105, "5")),
                live.of(
                        "sound, by two discontinuities",
                        "major: its dates are 3 s later than those of SD for the same content",
                        audio("vie")
                                .shows(dated(3000))
                                .lasting(100, "5.9")
                                .before(102, CUT)
                                .before(104, CUT)
                                .lasting(101, "6.1"),
                        rung("SD").before(102, CUT).before(104, CUT),
                        rung("LD").before(102, CUT).before(104, CUT)));
    }

    private static Rung later(int millis) {
        return rung("HD").shows(dated(millis)).lasting(103, "4.2");
    }

    private static LivePlaylist dated(int millis) {
        return live(100).dated(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
