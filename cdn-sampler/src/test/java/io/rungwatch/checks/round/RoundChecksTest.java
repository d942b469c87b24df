package io.rungwatch.checks.round;

import static io.rungwatch.checks.round.Given.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.checks.layers.LayerChecks;
import io.rungwatch.exchange.Failure;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each check what makes it speak, what does not, and what lies just at its limit. */
class RoundChecksTest {
    private static final String HIT = "edge; hit; ttl=10";
    private static final String MISS = "edge; fwd=miss";

    /** The findings of one check, as `layer SEVERITY message`; `|` between several. */
    private record Row(String check, String situation, List<Given> layers, String... expected) {
        @Override
        public String toString() {
            return check + ": " + situation;
        }
    }

    private static Row row(String check, String situation, List<Given> layers, String... expected) {
        return new Row(check, situation, layers, expected);
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("content_differs_between_layers", "equal everywhere", List.of(at("packager"), at("edge"))),
                row(
                        "content_differs_between_layers",
                        "one byte fewer at the edge",
                        List.of(at("packager"), at("edge").bytes(2_999_999)),
                        "edge CRITICAL segment 4711 has 1 bytes fewer than at packager"),
                row(
                        "content_differs_between_layers",
                        "as many bytes and other ones, from the midcache on",
                        List.of(
                                at("packager"),
                                at("midcache").otherBytes(),
                                at("edge").otherBytes()),
                        "midcache CRITICAL segment 4711 has other bytes, as many of them (3000000), than at packager",
                        "edge CRITICAL segment 4711 has other bytes, as many of them (3000000), than at packager"),
                row(
                        "content_differs_between_layers",
                        "an error has no bytes to compare",
                        List.of(at("packager"), at("edge").status(503))),
                row(
                        "content_differs_between_layers",
                        "a page at the origin, and the segment in the caches still",
                        List.of(at("origin").header("Content-Type", "text/html").bytes(35), at("edge"))),
                row(
                        "content_differs_between_layers",
                        "a page at the edge",
                        List.of(
                                at("origin"),
                                at("edge")
                                        .header("Content-Type", "text/html; charset=utf-8")
                                        .bytes(35)),
                        "edge CRITICAL segment 4711 has 2999965 bytes fewer than at origin"),
                row(
                        "content_length_mismatch",
                        "as many as promised",
                        List.of(at("edge").header("Content-Length", "3000000"))),
                row(
                        "content_length_mismatch",
                        "the server closes the connection",
                        List.of(at("packager"), at("edge").failed(Failure.TRUNCATED)),
                        "edge MAJOR segment 4711: fewer bytes than Content-Length promised (as the test says)"),
                row(
                        "content_length_mismatch",
                        "it goes silent at two POPs of two",
                        List.of(
                                at("edge-1").failed(Failure.SILENT),
                                at("edge-2").failed(Failure.SILENT)),
                        "edge-1 CRITICAL segment 4711: the answer stood still in the middle of its body (as the test says)",
                        "edge-2 CRITICAL segment 4711: the answer stood still in the middle of its body (as the test says)"),
                row(
                        "content_length_mismatch",
                        "a lost connection is another matter",
                        List.of(at("edge").failed(Failure.RESET))),
                row("segment_empty", "one byte", List.of(at("edge").bytes(1))),
                row("segment_empty", "no byte", List.of(at("edge").bytes(0)), "edge CRITICAL segment 4711 is empty"),
                row(
                        "segment_too_small",
                        "small, and as small as declared",
                        List.of(at("edge").of(Kind.VIDEO, 14_000).bytes(10_000))),
                row(
                        "segment_too_small",
                        "below 10 kB and a twentieth of what its bitrate makes",
                        List.of(at("edge").of(Kind.VIDEO, 5_000_000).bytes(10_240)),
                        "edge MAJOR segment 4711 has 10240 bytes, its bitrate makes 3750000"),
                row(
                        "segment_too_small",
                        "a page is another matter",
                        List.of(at("edge").header("Content-Type", "text/html").bytes(35))),
                row(
                        "segment_too_small",
                        "just above 10 kB",
                        List.of(at("edge").of(Kind.VIDEO, 5_000_000).bytes(10_241))),
                row(
                        "segment_too_small",
                        "sound may be smaller",
                        List.of(at("edge").of(Kind.AUDIO, 128_000).bytes(1_001))),
                row(
                        "segment_too_small",
                        "text may be nothing",
                        List.of(at("edge").of(Kind.SUBTITLES, 0).bytes(10))),
                row("wrong_content_type", "right", List.of(at("edge").header("Content-Type", "video/MP2T"))),
                row(
                        "wrong_content_type",
                        "right, with a parameter",
                        List.of(at("edge").file("a.vtt").header("Content-Type", "text/vtt; charset=utf-8"))),
                row(
                        "wrong_content_type",
                        "anything",
                        List.of(at("edge").file("a.m4s").header("Content-Type", "application/octet-stream")),
                        "edge MINOR segment 4711 has Content-Type application/octet-stream"),
                row(
                        "wrong_content_type",
                        "a web page",
                        List.of(at("edge").header("Content-Type", "text/html")),
                        "edge MAJOR segment 4711 has Content-Type text/html"),
                row(
                        "wrong_content_type",
                        "an ending that nobody knows",
                        List.of(at("edge").file("segment").header("Content-Type", "a/b"))),
                row(
                        "http_client_errors",
                        "not found is another matter",
                        List.of(at("edge").status(404))),
                row(
                        "http_client_errors",
                        "a bad request",
                        List.of(at("edge").status(400)),
                        "edge MAJOR segment 4711 answers 400"),
                row(
                        "auth_rejected",
                        "refused everywhere",
                        List.of(at("packager").status(403), at("edge").status(403))),
                row(
                        "auth_rejected",
                        "refused at the edge",
                        List.of(at("packager"), at("edge").status(403)),
                        "edge MAJOR segment 4711 answers 403"),
                row(
                        "rate_limited",
                        "too many",
                        List.of(at("edge").status(429).header("Retry-After", "5")),
                        "edge MINOR segment 4711 answers 429, Retry-After 5"),
                row("rate_limited", "busy is another matter", List.of(at("edge").status(503))),
                row(
                        "request_timeout",
                        "no answer at origin and edge",
                        List.of(
                                at("origin").failed(Failure.FIRST_BYTE_TIMEOUT),
                                at("edge").failed(Failure.TOTAL_TIMEOUT)),
                        "origin CRITICAL segment 4711: connected, but no answer in time (as the test says)",
                        "edge MAJOR segment 4711: the answer did not end in time (as the test says)"),
                row(
                        "request_timeout",
                        "a body that stops is another matter",
                        List.of(at("edge").failed(Failure.SILENT))),
                row(
                        "connect_failed",
                        "refused",
                        List.of(at("edge").failed(Failure.CONNECT)),
                        "edge CRITICAL no connection (as the test says)"),
                row(
                        "connect_failed",
                        "a name is another matter",
                        List.of(at("edge").failed(Failure.DNS))),
                row(
                        "dns_failed",
                        "no such name",
                        List.of(at("edge").failed(Failure.DNS)),
                        "edge MAJOR the host name does not resolve (as the test says)"),
                row(
                        "dns_failed",
                        "no connection is another matter",
                        List.of(at("edge").failed(Failure.CONNECT))),
                row(
                        "negative_caching",
                        "a stored 404 that is a target duration old",
                        List.of(
                                at("midcache").listedFor(Duration.ofSeconds(6)),
                                at("edge")
                                        .status(404)
                                        .header("Cache-Status", HIT)
                                        .listedFor(Duration.ofSeconds(6))),
                        "edge MAJOR segment 4711 answers 404 out of its store, midcache has it"),
                row(
                        "negative_caching",
                        "an older one",
                        List.of(
                                at("midcache"),
                                at("edge")
                                        .status(404)
                                        .header("Cache-Status", HIT)
                                        .listedFor(Duration.ofSeconds(7))),
                        "edge CRITICAL segment 4711 answers 404 out of its store, midcache has it"),
                row(
                        "negative_caching",
                        "the layer above has it neither",
                        List.of(
                                at("packager"),
                                at("midcache").status(404),
                                at("edge").status(404).header("Cache-Status", HIT))),
                row(
                        "negative_caching",
                        "asked for just now",
                        List.of(at("midcache"), at("edge").status(404).header("Cache-Status", MISS))),
                row(
                        "edge_cannot_reach_origin",
                        "a bad gateway, and the layer above is well",
                        List.of(at("midcache"), at("edge").status(504).header("Cache-Status", MISS)),
                        "edge CRITICAL segment 4711 answers 504, midcache has it"),
                row(
                        "edge_cannot_reach_origin",
                        "in the words of Proxy-Status",
                        List.of(
                                at("midcache"),
                                at("edge").status(500).header("Proxy-Status", "edge; error=connection_refused")),
                        "edge CRITICAL segment 4711 answers 500 (connection_refused), midcache has it"),
                row(
                        "edge_cannot_reach_origin",
                        "the layer above fails too",
                        List.of(
                                at("origin").status(503),
                                at("midcache").status(503),
                                at("edge").status(503))),
                row(
                        "edge_cannot_reach_origin",
                        "an origin answers for itself",
                        List.of(at("packager"), at("origin").status(503))),
                row(
                        "edge_cannot_reach_origin",
                        "a stored one is another matter",
                        List.of(at("midcache"), at("edge").status(503).header("Cache-Status", HIT))),
                row(
                        "segment_error",
                        "at the origin, and so below",
                        List.of(
                                at("packager"),
                                at("origin").status(503),
                                at("edge").status(503)),
                        "origin MAJOR segment 4711 answers 503",
                        "edge MAJOR segment 4711 answers 503"),
                row(
                        "segment_error",
                        "a gateway that reaches nobody is another matter",
                        List.of(at("midcache"), at("edge").status(502))),
                row(
                        "segment_error",
                        "its own",
                        List.of(at("midcache"), at("edge").status(500)),
                        "edge MAJOR segment 4711 answers 500"),
                row(
                        "segment_error",
                        "not found is another matter",
                        List.of(at("edge").status(404))),
                row(
                        "validator_inconsistent",
                        "equal but for weakness and compression",
                        List.of(at("origin").header("ETag", "\"a\""), at("edge").header("ETag", "W/\"a-gzip\""))),
                row(
                        "validator_inconsistent",
                        "the same bytes under another tag",
                        List.of(at("origin").header("ETag", "\"a\""), at("edge").header("ETag", "\"b\"")),
                        "edge MINOR segment 4711 has ETag \"b\", at origin \"a\""),
                row(
                        "validator_inconsistent",
                        "other bytes under the same tag",
                        List.of(
                                at("origin").header("ETag", "\"a\""),
                                at("edge").header("ETag", "\"a\"").otherBytes()),
                        "edge MAJOR segment 4711 has the ETag of origin and other bytes"),
                row(
                        "redirect_loop",
                        "round and round",
                        List.of(at("edge").failed(Failure.REDIRECT_LOOP).through("edge")),
                        "edge MAJOR segment 4711: redirects in a circle (as the test says)"),
                row("redirect_loop", "one redirect", List.of(at("edge").through("edge"))),
                row(
                        "redirect_cross_layer",
                        "to a layer of ours",
                        List.of(at("packager"), at("edge").through("packager"))),
                row(
                        "redirect_cross_layer",
                        "to a stranger",
                        List.of(at("edge").through("cdn.example")),
                        "edge MINOR segment 4711 redirects to cdn.example"),
                row(
                        "cacheability_poor",
                        "as it should be",
                        List.of(at("origin")
                                .header("ETag", "\"a\"")
                                .header("Cache-Control", "max-age=60")
                                .header("Vary", "Accept-Encoding"))),
                row(
                        "cacheability_poor",
                        "all that is wrong",
                        List.of(at("origin")
                                .header("Cache-Control", "private, no-store")
                                .header("Set-Cookie", "a=b")
                                .header("Vary", "User-Agent, Cookie")),
                        "origin MINOR segment 4711: Cache-Control says no-store, Cache-Control says private, neither ETag nor Last-Modified, it sets a cookie, it varies by user-agent, it varies by cookie"),
                row(
                        "cacheability_poor",
                        "a page is another matter",
                        List.of(at("origin").header("Content-Type", "text/html").header("Cache-Control", "no-store"))),
                row(
                        "cacheability_poor",
                        "a second, of a minute that is listed",
                        List.of(tagged().header("Cache-Control", "max-age=1")),
                        "origin MINOR segment 4711: it may be kept for 1 s and is listed for 60 s or longer"),
                row(
                        "cacheability_poor",
                        "all of the minute that is listed",
                        List.of(tagged().header("Cache-Control", "max-age=60"))),
                row(
                        "cacheability_poor",
                        "a second less than is listed",
                        List.of(tagged().header("Cache-Control", "max-age=59")),
                        "origin MINOR segment 4711: it may be kept for 59 s and is listed for 60 s or longer"),
                row(
                        "cacheability_poor",
                        "caches may keep it for longer than viewers",
                        List.of(tagged().header("Cache-Control", "max-age=1, s-maxage=3600"))),
                row(
                        "cacheability_poor",
                        "what caches are told on their own",
                        List.of(tagged().header("Cache-Control", "max-age=1")
                                .header("Surrogate-Control", "max-age=3600"))),
                row("cacheability_poor", "nothing is said", List.of(tagged())),
                row(
                        "cacheability_poor",
                        "what is left of its life at an edge",
                        List.of(
                                tagged().header("Cache-Control", "max-age=60"),
                                at("edge").amongst(10).header("ETag", "\"a\"").header("Cache-Control", "max-age=2"))),
                row("cacheability_poor", "what a packager says is its origin's matter", List.of(at("packager"))),
                row(
                        "clock_skew",
                        "two seconds, which Date cannot tell from one and a half",
                        List.of(at("origin")
                                .header("Date", "Sun, 01 Mar 2026 11:59:58 GMT")
                                .header("Cache-Status", MISS))),
                row(
                        "clock_skew",
                        "three seconds behind",
                        List.of(at("origin")
                                .header("Date", "Sun, 01 Mar 2026 11:59:57 GMT")
                                .header("Cache-Status", MISS)),
                        "origin MINOR its clock is 2.5 s behind"),
                row(
                        "clock_skew",
                        "a minute ahead",
                        List.of(at("origin")
                                .header("Date", "Sun, 01 Mar 2026 12:01:00 GMT")
                                .header("Cache-Status", MISS)),
                        "origin MAJOR its clock is 60.5 s ahead"),
                row(
                        "clock_skew",
                        "a cache hands on an old Date",
                        List.of(at("edge").header("Date", "Sun, 01 Mar 2026 11:50:00 GMT"))),
                row("segment_changed", "as it was", List.of(at("edge").onceTheSame())),
                row(
                        "segment_changed",
                        "other bytes a moment later",
                        List.of(at("edge").onceOther()),
                        "edge MAJOR segment 4711 has 3000000 bytes, CRC-32C 00000001, a moment ago it had 3000000 bytes, CRC-32C 00000007"),
                row(
                        "tls_certificate_expiring",
                        "thirty days",
                        List.of(at("edge").certifiedFor(Duration.ofDays(30)))),
                row(
                        "tls_certificate_expiring",
                        "fourteen days",
                        List.of(at("edge").certifiedFor(Duration.ofDays(14))),
                        "edge MINOR its certificate ends in 14 days, at 2026-03-15T12:00:00Z"),
                row(
                        "tls_certificate_expiring",
                        "three days",
                        List.of(at("edge").certifiedFor(Duration.ofDays(3))),
                        "edge MAJOR its certificate ends in 3 days, at 2026-03-04T12:00:00Z"),
                row(
                        "tls_certificate_expiring",
                        "less",
                        List.of(at("edge").certifiedFor(Duration.ofHours(71))),
                        "edge CRITICAL its certificate ends in 2 days, at 2026-03-04T11:00:00Z"),
                row(
                        "tls_invalid",
                        "no connection is another matter",
                        List.of(at("edge").failed(Failure.CONNECT))),
                row(
                        "tls_invalid",
                        "no good",
                        List.of(at("edge").failed(Failure.TLS)),
                        "edge CRITICAL as the test says"),
                row("cache_verdict_conflict", "one voice", List.of(at("edge").header("Cache-Status", HIT))),
                row(
                        "cache_verdict_conflict",
                        "two voices",
                        List.of(at("edge").header("Cache-Status", HIT).header("X-Cache", "MISS")),
                        "edge INFO Cache-Status: edge says \"hit; ttl=10\", a fresh stored copy; against that, X-Cache (a common word): says \"MISS\", fetched from upstream"),
                row(
                        "server_duress",
                        "as it says",
                        List.of(at("edge").header("CMSD-Dynamic", "\"edge-7\";du")),
                        "edge MINOR edge-7 says that it is under duress"),
                row("server_duress", "well", List.of(at("edge").header("CMSD-Dynamic", "\"edge-7\";rtt=5"))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        List<Taken> layers = row.layers().stream().map(Given::taken).toList();
        SampleRound round = new SampleRound(layers);
        ChannelProfile profile = ChannelProfile.unknown(
                "CH_001", "/m.m3u8", layers.stream().map(Taken::layer).toList());
        List<String> said = new ArrayList<>();
        for (Taken self : layers) {
            for (Finding finding : check(row.check()).check(self, round, profile)) {
                said.add(self.layer().name() + " " + finding.severity() + " " + finding.message());
            }
        }

        assertThat(said).containsExactlyElementsOf(Arrays.asList(row.expected()));
    }

    @Test
    void everyCheckHasWhatMakesItSpeakAndWhatDoesNot() {
        Set<String> speaks =
                rows().filter(row -> row.expected().length > 0).map(Row::check).collect(Collectors.toSet());
        Set<String> silent =
                rows().filter(row -> row.expected().length == 0).map(Row::check).collect(Collectors.toSet());
        List<String> ids = LayerChecks.ALL.stream()
                .filter(RoundCheck.class::isInstance)
                .map(check -> check.info().id())
                .toList();

        assertThat(speaks).as("add a row that makes it speak").containsAll(ids);
        assertThat(silent).as("add a row in which it is silent").containsAll(ids);
    }

    private static Given tagged() {
        return at("origin").amongst(10).header("ETag", "\"a\"");
    }

    private static RoundCheck check(String id) {
        return LayerChecks.ALL.stream()
                .filter(check -> check.info().id().equals(id.toLowerCase(Locale.ROOT)))
                .map(RoundCheck.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
