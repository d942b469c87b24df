package io.rungwatch.checks.fetch;

import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.Vantage;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Situation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class ProbeBlindTest {
    private static final Rendition RUNG = new Rendition("HD", Rendition.Kind.VIDEO);

    public static Stream<Situation> situations() {
        return Stream.of(
                of("somebody answers", NONE, Rendition.ENTRY, 0),
                of("nobody does", "major: none of 3 hosts answers any more", Rendition.ENTRY, 3),
                of("a rung says it too, and wakes nobody", "info: none of 3 hosts answers any more", RUNG, 3));
    }

    private static Situation of(String name, String expected, Rendition rendition, int hosts) {
        Vantage vantage = new Vantage(rendition, Duration.ZERO, true, Duration.ofSeconds(6), List.of(), hosts);
        return new Situation(name, new ProbeBlind().check(vantage, Channels.live()), expected);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
