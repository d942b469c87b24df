package io.rungwatch.checks.delivery;

import static io.rungwatch.stage.Answers.answered;
import static io.rungwatch.stage.Answers.failed;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.Recording.PLAYLIST;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Delivered;
import io.rungwatch.check.Delivery;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Listed.Kind;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Sizes;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch.How;
import io.rungwatch.stage.Answers;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.stage.Situation;
import io.rungwatch.watch.PollReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class SegmentMissingTest {
    private static final long FIRST = LivePlaylist.at(START).model().firstNumber();

    public static Stream<Situation> situations() {
        Exchange there = answered(PLAYLIST, START, 200, new byte[0], "Content-Length", "100000");
        Exchange part = answered(PLAYLIST, START, 206, new byte[1], "Content-Range", "bytes 0-0/100000");
        Exchange empty = answered(PLAYLIST, START, 200, new byte[0], "Content-Length", "0");
        return Stream.of(
                of("all there", NONE, segment(7, there), segment(5, part), init(there)),
                of(
                        "one is gone",
                        "major: segment 7 is listed but answers 404",
                        segment(7, status(404)),
                        segment(5, there)),
                of("an empty one is another matter", NONE, segment(7, empty), segment(5, there)),
                of("no answer is another matter", NONE, segment(7, failed(START, Failure.FIRST_BYTE_TIMEOUT))),
                of(
                        "two in a row and one apart",
                        "major: segment 7 is listed but answers 404, and 2 more",
                        segment(7, status(404)),
                        segment(6, status(404)),
                        segment(2, status(404))),
                of(
                        "three in a row are the limit",
                        "critical: segment 7 is listed but answers 404, and 2 more",
                        segment(7, status(404)),
                        segment(6, status(404)),
                        segment(5, status(404))),
                of(
                        "no init section",
                        "critical: the init section is listed but answers 503",
                        segment(7, there),
                        init(status(503))));
    }

    private static Exchange status(int status) {
        return Answers.status(PLAYLIST, START, status);
    }

    private static Delivery segment(long number, Exchange exchange) {
        return new Delivery(
                new Listed(Kind.MEDIA, "segment " + number, number, PLAYLIST, 6_000_000_000L, 0, Listed.NOWHERE, 0),
                exchange);
    }

    private static Delivery init(Exchange exchange) {
        return new Delivery(new Listed(Kind.INIT, "the init section", 0, PLAYLIST, 0, 0, Listed.NOWHERE, 0), exchange);
    }

    private static Situation of(String name, String expected, Delivery... answers) {
        Delivered seen =
                new Delivered(new Rendition("HD", Rendition.Kind.VIDEO), List.of(answers), new Sizes(), 0, 0, false);
        return new Situation(name, new SegmentMissing().check(seen, Channels.live()), expected);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }

    @Test
    void asksForTheNewestThatButOneTheSecondOldestAndNothingElse() {
        Chain chain = chain();
        chain.pass(32);

        long newest = LivePlaylist.at(chain.segments().getFirst().poll().due())
                        .model()
                        .endNumber()
                - 1;
        assertThat(chain.segments().stream()
                        .map(sent -> sent.url().path())
                        .filter(path -> path.contains("hd_"))
                        .limit(3))
                .containsExactly(hd(newest), hd(newest - 2), hd(newest - 4));
        assertThat(chain.found()).isEmpty();
    }

    @Test
    void whatIsThereAMomentLaterIsNotMissing() {
        Chain chain = chain();
        Instant[] first = new Instant[1];
        missingUntilLater(chain, first, Duration.ofSeconds(2));
        chain.pass(120);

        assertThat(first[0]).isNotNull();
        assertThat(chain.found()).isEmpty();
    }

    /** Three looks in a row at the pace of the playlist, and the neighbours are asked for too. */
    @Test
    void whatStaysMissingIsToldAndLookedAtClosely() {
        Chain chain = chain();
        Instant[] first = new Instant[1];
        missingUntilLater(chain, first, Duration.ofSeconds(40));
        chain.pass(180);

        List<PollReport> told = chain.reports().stream()
                .filter(report -> !report.findings().isEmpty())
                .toList();
        assertThat(told).isNotEmpty();
        assertThat(told.getFirst().at()).isBefore(first[0].plusSeconds(4));
        assertThat(told.stream().flatMap(report -> report.findings().stream()).map(Finding::message))
                .allMatch(message -> message.contains("is listed but answers 404"));
        assertThat(told.getLast().at()).isBefore(first[0].plusSeconds(46));
    }

    /** A server that does not know HEAD is asked for one byte, from then on at once. */
    @Test
    void headRefused() {
        Chain chain = chain();
        for (long number = FIRST; number < FIRST + 60; number++) {
            chain.answers(
                    hd(number),
                    (fetch, at) -> fetch.how() == How.HEAD
                            ? Answers.status(fetch.url(), at, 405)
                            : answered(fetch.url(), at, 206, new byte[1], "Content-Range", "bytes 0-0/9"));
        }
        chain.pass(200);

        assertThat(chain.found()).isEmpty();
        assertThat(chain.segments().stream()
                        .filter(sent -> sent.url().path().contains("hd_"))
                        .filter(sent -> sent.fetch().how() == How.HEAD))
                .hasSize(3);
    }

    private static Chain chain() {
        return new Chain(Channels.live(Channels.PACKAGER), List.of(new SegmentMissing()));
    }

    private static String hd(long number) {
        return "/live/hd_" + number + ".ts";
    }

    private static void missingUntilLater(Chain chain, Instant[] first, Duration later) {
        for (long number = FIRST; number < FIRST + 60; number++) {
            chain.answers(hd(number), (fetch, at) -> {
                first[0] = first[0] == null ? at : first[0];
                return at.isBefore(first[0].plus(later))
                        ? Answers.status(fetch.url(), at, 404)
                        : answered(fetch.url(), at, 200, new byte[0], "Content-Length", "9");
            });
        }
    }
}
