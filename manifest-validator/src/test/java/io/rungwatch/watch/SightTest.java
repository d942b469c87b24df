package io.rungwatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Sight sight = new Sight();

    @Test
    void threeHostsThatFailOneAfterTheOtherAreTheProbe() throws Exception {
        fails("a", Failure.CONNECT_TIMEOUT);
        fails("b", Failure.DNS);
        fails("a", Failure.CONNECT_TIMEOUT);
        assertThat(sight.blind(NOON)).as("two hosts, however often").isZero();

        fails("c", Failure.FIRST_BYTE_TIMEOUT);

        assertThat(sight.blind(NOON)).isEqualTo(3);
    }

    @Test
    void whoeverAnswersEndsIt() throws Exception {
        fails("a", Failure.CONNECT);
        fails("b", Failure.CONNECT);
        fails("c", Failure.CONNECT);

        sight.saw("d", answer());

        assertThat(sight.blind(NOON)).isZero();
    }

    @Test
    void whatFailsInTheMiddleOfAnAnswerHasAnswered() throws Exception {
        fails("a", Failure.CONNECT);
        fails("b", Failure.CONNECT);
        fails("c", Failure.TRUNCATED);

        assertThat(sight.blind(NOON)).isZero();
    }

    @Test
    void whoeverIsOnlyNotAskedMomentarilyIsStillThere() throws Exception {
        sight.saw("d", answer());
        fails("a", Failure.CONNECT);
        fails("b", Failure.CONNECT);
        fails("c", Failure.CONNECT);

        assertThat(sight.blind(NOON.plusSeconds(60))).isZero();
        assertThat(sight.blind(NOON.plusSeconds(301)))
                .as("nobody asks it any more")
                .isEqualTo(3);
    }

    private void fails(String host, Failure how) {
        sight.saw(host, new Exchange.Failed(NOON, Timing.NONE, List.of(), how, ""));
    }

    private static Exchange answer() throws Exception {
        return new Exchange.Answered(
                NOON, Timing.NONE, List.of(), Url.parse("http://d/"), "", 503, Headers.NONE, new byte[0]);
    }
}
