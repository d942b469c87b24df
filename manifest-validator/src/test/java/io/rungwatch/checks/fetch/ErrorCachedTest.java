package io.rungwatch.checks.fetch;

import static io.rungwatch.stage.Answers.answered;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.LivePlaylist.at;
import static io.rungwatch.stage.Recording.PLAYLIST;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.View;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.stage.Answers;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Situation;
import io.rungwatch.watch.PollReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Target duration six seconds; what the edge says while the origin has had it for so long. */
public class ErrorCachedTest {
    public static Stream<Situation> situations() {
        return Stream.of(
                of("a miss, for the first time", NONE, 600, 0, 404, "X-Cache", "MISS"),
                of(
                        "by its age",
                        "major: HTTP 404 from its cache (Age: 40), but origin has it",
                        600,
                        0,
                        404,
                        "Age",
                        "40"),
                of(
                        "a hit",
                        "major: HTTP 503 from its cache (X-Cache: TCP_HIT from e1), but origin has it",
                        600,
                        0,
                        503,
                        "X-Cache",
                        "TCP_HIT from e1"),
                of(
                        "a hit, told the new way",
                        "major: HTTP 404 from its cache (Cache-Status: Shield; hit), but origin has it",
                        600,
                        0,
                        404,
                        "Cache-Status",
                        "Shield; hit"),
                of("not every word with hit in it", NONE, 600, 0, 404, "Cache-Status", "White; fwd=miss"),
                of("the origin has it since a moment ago", NONE, 0.9, 0, 404, "Age", "4"),
                of("for a second", "major: HTTP 404 from its cache (Age: 4), but origin has it", 1, 0, 404, "Age", "4"),
                of("one target duration is the limit", NONE, 600, 6, 404),
                of("beyond", "major: HTTP 404 for 6.1 s, but origin has it", 600, 6.1, 404),
                of("the origin itself has it for less", NONE, 6, 60, 404),
                of("an edge in trouble is not a cached error", NONE, 600, 60, 503));
    }

    private static Situation of(
            String name, String expected, double thereFor, double failingFor, int status, String... headers) {
        Exchange exchange = answered(PLAYLIST, START, status, new byte[0], headers);
        View above = rung("HD").known(thereFor).view(Channels.ORIGIN);
        Attempt attempt = new Attempt(
                new Rendition("HD", Kind.VIDEO),
                exchange,
                false,
                Optional.empty(),
                START,
                1,
                START.minus(Duration.ofMillis(Math.round(failingFor * 1000))),
                START,
                Duration.ofSeconds(6),
                List.of(),
                Optional.of(above));
        return new Situation(name, new ErrorCached().check(attempt, Channels.live()), expected);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }

    @Test
    void theEngineKnowsTheLayerAbove() {
        Chain chain = new Chain(Channels.live(Channels.ORIGIN, Channels.EDGE), List.of(new ErrorCached()));
        for (String path : List.of(Chain.MANIFEST, Chain.HD)) {
            byte[] manifest = Chain.TWO_RUNGS.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            chain.answers(
                    path,
                    (fetch, now) ->
                            fetch.url().host().equals("origin") || chain.sent().size() < 20
                                    ? Answers.ok(fetch.url(), now, path.equals(Chain.HD) ? at(now).bytes() : manifest)
                                    : answered(fetch.url(), now, 404, new byte[0], "Age", "9"));
        }
        chain.pass(90);

        List<String> where = chain.reports().stream()
                .filter(report -> !report.findings().isEmpty())
                .map(PollReport::where)
                .map(place -> place.layer().name() + " " + place.rendition().name())
                .distinct()
                .sorted()
                .toList();
        assertThat(where).containsExactly("edge-hn 1080p_5M", "edge-hn manifest");
    }
}
