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

public class ProbeCannotJudgeTest {
    private static final String SHUT = "major: the probe is not let in anywhere: HTTP ";

    public static Stream<Situation> situations() {
        return Stream.of(
                of("in time, and answered", NONE, 100),
                of("half a target duration late", NONE, 3000),
                of("later than that", "info: the probe asked 3001 ms later than it meant to", 3001),
                of("no connection was free", "info: the probe had no connection free and did not ask", false, 0),
                of("all layers want a token", SHUT + "401", 0, 401, 401, 401),
                of("a proxy on our side wants one", SHUT + "407", 0, 407, 407),
                of("all refuse, each in its way", SHUT + "403, 429", 0, 429, 403, 403),
                of("the only layer there is", SHUT + "403", 0, 403),
                of("one layer lets it in", NONE, 0, 403, 200, 403),
                of("one has not changed", NONE, 0, 403, 304),
                of("one does not answer", NONE, 0, 403, 0),
                of("one has lost it", NONE, 0, 403, 404),
                of("nobody has it", NONE, 0, 404, 404),
                of("all are broken", NONE, 0, 503, 503));
    }

    private static Situation of(String name, String expected, long late, Integer... statuses) {
        return of(name, expected, true, late, statuses);
    }

    private static Situation of(String name, String expected, boolean asked, long late, Integer... statuses) {
        Vantage vantage = new Vantage(
                Rendition.ENTRY, Duration.ofMillis(late), asked, Duration.ofSeconds(6), List.of(statuses), 0);
        return new Situation(name, new ProbeCannotJudge().check(vantage, Channels.live()), expected);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
