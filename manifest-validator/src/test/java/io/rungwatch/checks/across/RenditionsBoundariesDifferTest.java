package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Segments of six seconds, the first of which begins at midnight. */
public class RenditionsBoundariesDifferTest {
    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new RenditionsBoundariesDiffer(), Channels.live());
        Rung sd = rung("SD");
        Rung ld = rung("LD");
        Rung two = rung("HD").shows(live(100).of(18).seconds(2).dated(Duration.ZERO));
        return Stream.of(
                live.of("the same", NONE, rung("HD"), sd, ld),
                live.of("a segment ahead", NONE, rung("HD").shows(live(101)), sd, ld),
                live.of("a frame apart", NONE, rung("HD").shows(live(100).dated(Duration.ofMillis(40))), sd, ld),
                live.of(
                        "two seconds instead of six",
                        "info: 38 % of its segments begin where one of SD begins",
                        two,
                        sd,
                        ld),
                live.of("another one is the odd one", NONE, sd, ld, two),
                live.of(
                        "not locked",
                        "info: 0 % of its segments begin where one of SD begins",
                        rung("HD").shows(live(100).dated(Duration.ofMillis(500))),
                        sd,
                        ld),
                live.of(
                        "nine of ten are the limit",
                        NONE,
                        wide("HD").lasting(101, "6.1").lasting(102, "5.9"),
                        wide("SD"),
                        wide("LD")),
                live.of(
                        "eight of ten",
                        "info: 80 % of its segments begin where one of SD begins",
                        wide("HD").lasting(101, "6.1").lasting(103, "5.9"),
                        wide("SD"),
                        wide("LD")),
                live.of(
                        "sound is never aligned",
                        NONE,
                        audio("vie").shows(live(100).dated(Duration.ofMillis(500))),
                        sd,
                        ld));
    }

    private static Rung wide(String name) {
        return rung(name).shows(live(100).of(10));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
