package io.rungwatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** Of a chain of one host the references make three. */
    @Test
    void referencesThatFailTooMakeItSure() throws Exception {
        sight.refersTo(Set.of("r1", "r2"));
        failsAt("a", 0);
        assertThat(sight.wonders(NOON)).isTrue();
        referenceFails("r1");
        referenceFails("r2");

        assertThat(sight.blind(NOON)).isEqualTo(3);
    }

    @Test
    void aReferenceThatAnswersMeansThatTheLayersAreGone() throws Exception {
        sight.refersTo(Set.of("r1", "r2"));
        sight.sawReference("r1", answerAt(-5));
        failsAt("a", 0);
        failsAt("b", 0);
        failsAt("c", 0);
        assertThat(sight.blind(NOON)).as("it answered before that").isZero();
        assertThat(sight.wonders(NOON)).isTrue();

        sight.sawReference("r1", answerAt(1));
        referenceFails("r2");

        assertThat(sight.blind(NOON)).isZero();
        assertThat(sight.wonders(NOON)).isFalse();
        failsAt("a", 5);
        failsAt("b", 5);
        assertThat(sight.blind(NOON)).as("and stays gone").isZero();
        assertThat(sight.wonders(NOON)).isFalse();
        referenceFails("r1");
        assertThat(sight.blind(NOON)).as("now the way is gone as well").isEqualTo(5);
    }

    /** It was sent while nobody answered, and its time is up when others answer again. */
    @Test
    void whatWasAskedInTheDarkIsNotJudgedInTheLight() throws Exception {
        for (String host : List.of("a", "b", "c")) {
            Timing threeSeconds = new Timing(0, 0, 0, 0, 3_000_000_000L, false);
            sight.saw(host, new Exchange.Failed(NOON, threeSeconds, List.of(), Failure.CONNECT_TIMEOUT, ""));
        }
        sight.saw("d", answerAt(3));
        failsAt("a", 2);

        assertThat(sight.blind(NOON.plusSeconds(2))).isEqualTo(3);
        assertThat(sight.blind(NOON.plusSeconds(3))).isZero();
        assertThat(sight.blind(NOON.minusSeconds(1))).isZero();
    }

    @Test
    void referencesAreNoHostsOfTheChain() throws Exception {
        sight.refersTo(Set.of("r1"));
        sight.saw("a", answer());
        referenceFails("r1");

        assertThat(sight.blind(NOON)).isZero();
        assertThat(sight.wonders(NOON)).isFalse();
    }

    /** The clock was set back: what was said at times that come again is said anew. */
    @Test
    void whatWasSeenBeforeTimeJumpedIsOfNoUse() throws Exception {
        sight.refersTo(Set.of("r1", "r2"));
        failsAt("a", 0);
        referenceFails("r1");
        referenceFails("r2");
        assertThat(sight.blind(NOON)).isEqualTo(3);

        sight.forget();

        assertThat(sight.blind(NOON)).isZero();
        failsAt("a", -3600);
        assertThat(sight.blind(NOON.minusSeconds(3600)))
                .as("the references have not said anything since")
                .isZero();
        assertThat(sight.wonders(NOON.minusSeconds(3600))).isTrue();
    }

    @Test
    void onlyWhatHasNoAddressIsNamelessAndOnlyWhileNoNameHasOne() {
        AtomicBoolean gone = new AtomicBoolean(true);
        Sight named = new Sight(gone::get);

        assertThat(named.isNameless(failed(Failure.DNS))).isTrue();
        assertThat(named.isNameless(failed(Failure.CONNECT))).isFalse();
        gone.set(false);
        assertThat(named.isNameless(failed(Failure.DNS))).isFalse();
    }

    private void failsAt(String host, int seconds) {
        sight.saw(
                host,
                new Exchange.Failed(NOON.plusSeconds(seconds), Timing.NONE, List.of(), Failure.CONNECT_TIMEOUT, ""));
    }

    private void referenceFails(String host) {
        sight.sawReference(host, new Exchange.Failed(NOON, Timing.NONE, List.of(), Failure.CONNECT_TIMEOUT, ""));
    }

    private static Exchange answerAt(int seconds) throws Exception {
        return new Exchange.Answered(
                NOON.plusSeconds(seconds),
                Timing.NONE,
                List.of(),
                Url.parse("http://r/"),
                "",
                200,
                Headers.NONE,
                new byte[0]);
    }

    private void fails(String host, Failure how) {
        sight.saw(host, failed(how));
    }

    private static Exchange failed(Failure how) {
        return new Exchange.Failed(NOON, Timing.NONE, List.of(), how, "");
    }

    private static Exchange answer() throws Exception {
        return new Exchange.Answered(
                NOON, Timing.NONE, List.of(), Url.parse("http://d/"), "", 503, Headers.NONE, new byte[0]);
    }
}
