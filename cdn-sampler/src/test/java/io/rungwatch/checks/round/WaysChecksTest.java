package io.rungwatch.checks.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Judge;
import io.rungwatch.cache.LayerRules;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Ruling;
import io.rungwatch.check.Finding;
import io.rungwatch.checks.layers.LayerChecks;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Expectations;
import io.rungwatch.round.Print;
import io.rungwatch.round.Taken;
import io.rungwatch.round.Ways;
import io.rungwatch.round.WaysCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One segment of 3,000,000 bytes, asked for in other ways: what makes each check speak, and what does not. */
class WaysChecksTest {
    private static final String SITE = "https://play.example.com";
    private static final String HIT = "edge; hit; ttl=10";

    private record Row(String check, String situation, Asked asked, String expected) {
        @Override
        public String toString() {
            return check + ": " + situation;
        }
    }

    private static Row row(String check, String situation, Asked asked, String expected) {
        return new Row(check, situation, asked, expected);
    }

    static Stream<Row> rows() {
        String asked = "MINOR segment 4711, its first 188 bytes asked for: ";
        return Stream.of(
                row("range_broken", "the part", edge().range(206, "bytes 0-187/3000000", 188), ""),
                row("range_broken", "of a length that is not told", edge().range(206, "bytes 0-187/*", 188), ""),
                row(
                        "range_broken",
                        "of a length that is one byte off",
                        edge().range(206, "bytes 0-187/3000001", 188),
                        asked + "Content-Range \"bytes 0-187/3000001\", the whole has 3000000 bytes"),
                row(
                        "range_broken",
                        "one byte too few",
                        edge().range(206, "bytes 0-186/3000000", 187),
                        asked + "Content-Range \"bytes 0-186/3000000\", the whole has 3000000 bytes"),
                row(
                        "range_broken",
                        "it says nothing of which part it is",
                        edge().range(206, "", 188),
                        asked + "206 without Content-Range"),
                row(
                        "range_broken",
                        "other bytes",
                        edge().range(206, "bytes 0-187/3000000", 188).otherBytes(),
                        asked + "other bytes than the whole begins with (188 came)"),
                row("range_broken", "all of it", edge().range(200, "", 3_000_000), asked + "all of it comes"),
                row("range_broken", "far too much", edge().rangeFailed(Failure.TOO_LARGE), asked + "all of it comes"),
                row(
                        "range_broken",
                        "none of it",
                        edge().range(416, "bytes */3000000", 0),
                        asked + "HTTP 416, as if there were none"),
                row("range_broken", "it has left meanwhile", edge().range(404, "", 0), ""),
                row("range_broken", "a lost connection", edge().rangeFailed(Failure.RESET), ""),
                row("cors_missing", "everybody", edge().site("*").expected(), ""),
                row(
                        "cors_missing",
                        "this site",
                        edge().site(SITE, "Vary", "Accept, origin").expected(),
                        ""),
                row("cors_missing", "nobody, and nobody knows of a site", edge().site(""), ""),
                row(
                        "cors_missing",
                        "nobody, where web players are",
                        edge().site("").expected(),
                        "MAJOR it does not let in " + SITE),
                row(
                        "cors_missing",
                        "nobody, where the origin lets everybody in",
                        edge().site("").above("origin"),
                        "INFO it does not let in " + SITE + ", as origin does"),
                row(
                        "cors_missing",
                        "nobody, where web players are, and the origin lets everybody in",
                        edge().site("").above("origin").expected(),
                        "MAJOR it does not let in " + SITE),
                row(
                        "cors_missing",
                        "a copy that was made for another site",
                        edge().site("https://a.example").expected(),
                        "MAJOR it lets in https://a.example, not " + SITE),
                row(
                        "cors_missing",
                        "a list of sites of its own below an origin that lets everybody in",
                        edge().site("https://a.example").above("origin"),
                        ""),
                row("cors_missing", "one site of its own, and nobody says which", edge().site("https://a.example"), ""),
                row(
                        "cors_missing",
                        "this site, whoever else asks next",
                        edge().site(SITE),
                        "MINOR it answers " + SITE + " with that very origin, and without Vary: Origin"),
                row(
                        "cors_missing",
                        "an error lets nobody in",
                        edge().siteStatus(404).expected(),
                        ""),
                row(
                        "cache_key_fragmented",
                        "both missed",
                        edge().keyed("edge; fwd=uri-miss", "edge; fwd=uri-miss"),
                        "MINOR segment 4711 is in the cache, and missed with each of two meaningless queries"),
                row("cache_key_fragmented", "one hit", edge().keyed("edge; fwd=uri-miss", HIT), ""),
                row(
                        "cache_key_fragmented",
                        "a query goes past it",
                        edge().keyed("edge; fwd=bypass", "edge; fwd=bypass"),
                        ""),
                row("cache_key_fragmented", "one answer only", edge().keyed("edge; fwd=uri-miss"), ""),
                row("cache_key_fragmented", "not asked", edge(), ""));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        List<Finding> found =
                check(row.check()).check(row.asked().ways(), row.asked().profile());

        assertThat(found.stream().map(finding -> finding.severity() + " " + finding.message()))
                .isEqualTo(row.expected().isEmpty() ? List.of() : List.of(row.expected()));
    }

    @Test
    void everyCheckHasWhatMakesItSpeakAndWhatDoesNot() {
        List<String> ids = LayerChecks.ALL.stream()
                .filter(WaysCheck.class::isInstance)
                .map(check -> check.info().id())
                .toList();
        Set<String> speaks =
                rows().filter(row -> !row.expected().isEmpty()).map(Row::check).collect(Collectors.toSet());
        Set<String> silent =
                rows().filter(row -> row.expected().isEmpty()).map(Row::check).collect(Collectors.toSet());

        assertThat(speaks).as("add a row that makes it speak").containsAll(ids);
        assertThat(silent).as("add a row in which it is silent").containsAll(ids);
    }

    private static WaysCheck check(String id) {
        return LayerChecks.ALL.stream()
                .filter(check -> check.info().id().equals(id))
                .map(WaysCheck.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Asked edge() {
        return new Asked();
    }

    /** As all is well, until something else is said. */
    private static final class Asked {
        private final List<Ruling> keyed = new ArrayList<>();
        private Exchange range = answer(206, "Content-Range", "bytes 0-187/3000000");
        private Exchange site = answer(206, "Access-Control-Allow-Origin", "*");
        private Print came = new Print(188, 5);
        private Optional<String> above = Optional.empty();
        private Optional<String> expected = Optional.empty();

        Asked range(int status, String contentRange, long bytes) {
            range = contentRange.isEmpty() ? answer(status) : answer(status, "Content-Range", contentRange);
            came = new Print(bytes, 5);
            return this;
        }

        Asked rangeFailed(Failure how) {
            range = new Exchange.Failed(Given.NOW, Timing.NONE, List.of(), how, "as the test says");
            return this;
        }

        Asked otherBytes() {
            came = new Print(came.bytes(), 6);
            return this;
        }

        Asked site(String allowed, String... more) {
            List<String> headers = new ArrayList<>(List.of(more));
            if (!allowed.isEmpty()) {
                headers.addAll(List.of("Access-Control-Allow-Origin", allowed));
            }
            site = answer(206, headers.toArray(String[]::new));
            return this;
        }

        Asked siteStatus(int status) {
            site = answer(status);
            return this;
        }

        Asked above(String layer) {
            above = Optional.of(layer);
            return this;
        }

        Asked expected() {
            expected = Optional.of(SITE);
            return this;
        }

        Asked keyed(String... cacheStatus) {
            for (String status : cacheStatus) {
                keyed.add(Judge.rule(Reply.of(200, Headers.of("Cache-Status", status)), LayerRules.NONE));
            }
            return this;
        }

        Ways ways() {
            Taken plain = Given.at("edge").header("Cache-Status", HIT).taken();
            return new Ways(
                    plain, new Ways.Range(range, came, new Print(188, 5)), new Ways.Site(site, SITE, above), keyed);
        }

        ChannelProfile profile() {
            ChannelProfile any = ChannelProfile.unknown("CH_001", "/m.m3u8", List.of());
            Expectations expect = new Expectations(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Duration.ZERO,
                    Optional.empty(),
                    false,
                    List.of(),
                    Optional.empty(),
                    expected,
                    false,
                    false);
            return new ChannelProfile(
                    any.channel(),
                    any.name(),
                    any.mode(),
                    any.tier(),
                    any.hls(),
                    any.dash(),
                    any.layers(),
                    any.segment(),
                    any.ladder(),
                    any.audio(),
                    any.subtitles(),
                    expect,
                    any.checks(),
                    any.maintenance());
        }

        private static Exchange answer(int status, String... headers) {
            Exchange.Answered some =
                    (Exchange.Answered) Given.at("edge").taken().exchange();
            return new Exchange.Answered(
                    some.startedAt(),
                    some.timing(),
                    some.hops(),
                    some.finalUrl(),
                    some.remoteAddress(),
                    status,
                    Headers.of(headers),
                    new byte[0]);
        }
    }
}
