package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Answers.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rungwatch.check.Finding;
import io.rungwatch.checks.mpd.UtcTimingInvalid;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Timing;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A live MPD that sends its players to two servers for the time. */
class ClockErrandTest {
    private static final String MPD = "/live/1.mpd";
    private static final String ISO = "/iso";
    private static final String HEAD = "/head";

    static Stream<Arguments> clocks() {
        return Stream.of(
                arguments("both right", clock(0), clock(0), ""),
                arguments("a third of a second is nothing", clock(-350), clock(0), ""),
                arguments(
                        "one is behind",
                        clock(-700),
                        clock(0),
                        "minor: the clock that players are told is 0.7 s behind, by http://time.example/iso"),
                arguments(
                        "one is ahead",
                        clock(3000),
                        clock(0),
                        "major: the clock that players are told is 3 s ahead, by http://time.example/iso"),
                arguments("whole seconds are always a little behind", clock(0), clock(-950), ""),
                arguments(
                        "more than that is wrong",
                        clock(0),
                        clock(-2600),
                        "minor: the clock that players are told is 1.95 s behind, by http://time.example/head"),
                arguments("players go on to the next", says(404), clock(0), ""),
                arguments(
                        "none answers",
                        says(404),
                        says(503),
                        "minor: no time server answers: http://time.example/iso answers with HTTP 404 (line 4)"),
                arguments(
                        "no date",
                        by(ClockErrandTest::noDate),
                        says(404),
                        "minor: no time server answers: http://time.example/iso tells no time but"
                                + " \"<html>.welcome</html>\" (line 4)"),
                arguments("where we may not ask", by(ClockErrandTest::forbidden), by(ClockErrandTest::forbidden), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clocks")
    void isJudged(
            String name,
            BiFunction<Fetch, Instant, Exchange> iso,
            BiFunction<Fetch, Instant, Exchange> head,
            String expected) {
        Chain chain = chain().answers(ISO, iso).answers(HEAD, head);

        chain.pass(70);

        assertThat(last(chain).stream().map(f -> f.severity().word() + ": " + f.message()))
                .as(name)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void oneLostPacketIsNobodysWrongClock() {
        Instant bad = LivePlaylist.START.plusSeconds(60);
        Chain chain = chain().answers(
                        ISO,
                        (fetch, at) -> clock(at.isAfter(bad) && at.isBefore(bad.plusSeconds(30)) ? -4000 : 0)
                                .apply(fetch, at));

        chain.pass(59).forgetThePast().pass(120);

        assertThat(chain.found()).isEmpty();
    }

    @Test
    void isAskedTwiceAMinuteOnceForAllLayers() {
        Chain chain = chain();

        chain.pass(300);

        assertThat(chain.sent(ISO)).hasSizeBetween(9, 11);
    }

    private static Chain chain() {
        Chain chain = new Chain(
                Channels.live().at(MPD, List.of(Channels.PACKAGER, Channels.EDGE), "CH_001"),
                List.of(new UtcTimingInvalid()));
        return chain.shows(MPD, """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="dynamic" minimumUpdatePeriod="PT2S"
                    availabilityStartTime="2026-01-01T00:00:00Z" publishTime="2026-01-01T00:00:00Z">
                  <Period id="1" start="PT0S"/>
                  <UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="http://time.example/iso"/>
                  <UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-head:2014" value="http://time.example/head"/>
                </MPD>
                """);
    }

    private static List<Finding> last(Chain chain) {
        return chain.reports().stream()
                .filter(report -> report.url().path().equals(MPD))
                .reduce((a, b) -> b)
                .orElseThrow()
                .findings();
    }

    private static BiFunction<Fetch, Instant, Exchange> clock(long millisAhead) {
        return (fetch, at) -> Chain.tellsTheTime(fetch, at, at.plusMillis(millisAhead));
    }

    private static BiFunction<Fetch, Instant, Exchange> says(int status) {
        return (fetch, at) -> status(fetch.url(), at, status);
    }

    private static Exchange forbidden(Fetch fetch, Instant at) {
        Timing timing = new Timing(0, 0, 0, 0, Duration.ofMillis(1).toNanos(), false);
        return new Exchange.Failed(
                at, timing, List.of(), Failure.FORBIDDEN_TARGET, fetch.url().host() + " is private");
    }

    private static Exchange noDate(Fetch fetch, Instant at) {
        return ok(fetch.url(), at, "<html>\nwelcome</html>".getBytes(UTF_8));
    }

    private static BiFunction<Fetch, Instant, Exchange> by(BiFunction<Fetch, Instant, Exchange> server) {
        return server;
    }
}
