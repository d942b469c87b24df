package io.rungwatch.cache;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;
import static io.rungwatch.cache.Verdict.REVALIDATED;
import static io.rungwatch.cache.Verdict.STALE_HIT;
import static io.rungwatch.cache.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** As nginx in front of nginx sends it, for as long as the copy at the edge lives. */
    @Test
    void aHitCarriesTheRecordOfTheMissThatFilledIt() {
        Ruling ruling = rule("Cache-Status", "mid1; fwd=uri-miss, edge1; hit");

        assertThat(ruling.verdict()).isEqualTo(HIT);
        assertThat(names(ruling.hops())).containsExactly("edge1");
        assertThat(names(ruling.recorded())).containsExactly("mid1");
        assertThat(ruling.reasons()).anyMatch(reason -> reason.contains("when edge1 stored its copy"));
    }

    @Test
    void eachHopThatWentUpstreamLeadsToTheNext() {
        Ruling ruling = rule(
                "Cache-Status",
                "packager; fwd=bypass, origin; hit; ttl=4, mid1; fwd=stale; fwd-status=304, edge1; fwd=uri-miss");

        assertThat(ruling.verdict()).isEqualTo(MISS);
        assertThat(names(ruling.hops())).containsExactly("edge1", "mid1", "origin");
        assertThat(ruling.hops().stream().map(Hop::verdict)).containsExactly(MISS, REVALIDATED, HIT);
        assertThat(names(ruling.recorded())).containsExactly("packager");
    }

    @Test
    void whatSaysNothingLeadsNowhere() {
        assertThat(names(rule("Cache-Status", "mid1; hit, edge1").hops())).containsExactly("edge1");
    }

    @Test
    void aNotModifiedCarriesTheStoredHeadersToo() {
        Ruling ruling = Judge.rule(
                Reply.of(304, Headers.of("Cache-Status", "mid1; fwd=uri-miss, edge1; hit")), LayerRules.NONE);

        assertThat(ruling.verdict()).isEqualTo(HIT);
        assertThat(ruling.flags()).containsExactly(Flag.CONDITIONAL);
    }

    @Test
    void theOperatorNamesHisPlacesAndHisOwnMember() {
        LayerRules rules = LayerRules.NONE.withPlaces(List.of(
                new LayerRules.Place(Pattern.compile("^edge"), "edge"),
                new LayerRules.Place(Pattern.compile("^mid"), "midcache")));
        Headers headers = Headers.of("Cache-Status", "mid1; hit, edge1; fwd=miss, waf; fwd=bypass");

        Ruling nearest = Judge.rule(Reply.of(200, headers), rules);
        Ruling own = Judge.rule(Reply.of(200, headers), rules.withMember("edge1"));

        assertThat(nearest.verdict()).isEqualTo(PASS);
        assertThat(nearest.hops().stream().map(Hop::label)).containsExactly("waf", "edge (edge1)", "midcache (mid1)");
        assertThat(own.verdict()).isEqualTo(MISS);
        assertThat(own.hops().stream().map(Hop::place)).containsExactly("edge", "midcache");
        assertThat(Judge.rule(Reply.of(200, headers), rules.withMember("nobody"))
                        .verdict())
                .isEqualTo(PASS);
    }

    @Test
    void aTierOfTheSameCdnIsAHitOfTheCdnAndAMissOfItsEdge() {
        Ruling azure = rule("X-Cache", "TCP_REMOTE_HIT");
        Ruling cloudFront = rule(
                "X-Cache",
                "Hit from cloudfront",
                "X-Amz-Cf-Pop",
                "SEA19-C1",
                "Server-Timing",
                "cdn-cache-hit,cdn-hit-layer;desc=\"Origin Shield\"");

        for (Ruling ruling : List.of(azure, cloudFront)) {
            assertThat(ruling.verdict()).isEqualTo(HIT);
            assertThat(ruling.hop().map(Hop::place)).contains("mid");
            assertThat(ruling.hops().stream().map(Hop::verdict)).containsExactly(MISS, HIT);
            assertThat(ruling.flags()).isEmpty();
        }
    }

    @Test
    void theChildOfAkamaiIsTheEdge() {
        Ruling ruling = rule("X-Cache", "TCP_MISS from a1.x", "X-Cache-Remote", "TCP_HIT from a2.x");

        assertThat(ruling.verdict()).isEqualTo(MISS);
        assertThat(ruling.hops().stream().map(Hop::label)).containsExactly("edge (a1.x)", "mid (a2.x)");
    }

    @Test
    void theShieldOfFastlyStandsLeft() {
        String pops = "cache-jfk1041-JFK, cache-ord1720-ORD";

        assertThat(names(rule("X-Cache", "HIT, MISS", "X-Served-By", pops).hops()))
                .containsExactly("cache-ord1720-ORD", "cache-jfk1041-JFK");
        assertThat(names(rule("X-Cache", "MISS, HIT", "X-Served-By", pops).recorded()))
                .containsExactly("cache-jfk1041-JFK");
    }

    @Test
    void theOperatorComesFirst() {
        LayerRules rules = LayerRules.NONE.with(operator("X-Telco", "^C", "^M", "^S", "^B"));

        assertThat(Judge.rule(Reply.of(200, Headers.of("X-Telco", "B1", "X-Cache", "HIT")), rules))
                .matches(ruling -> ruling.verdict() == PASS)
                .matches(ruling -> ruling.confidence() == 3)
                .matches(ruling -> ruling.flags().contains(Flag.CONFLICT));
        assertThat(Judge.rule(Reply.of(200, Headers.of("X-Telco", "none of these", "X-Cache", "HIT")), rules)
                        .verdict())
                .isEqualTo(HIT);
    }

    @Test
    void theNarrowerWordOfTheOperatorWins() {
        LayerRules rules = LayerRules.NONE.with(operator("X-Telco", "hit", "miss", "hit-stale", "pass"));

        assertThat(Judge.rule(Reply.of(200, Headers.of("X-Telco", "hit-stale")), rules)
                        .verdict())
                .isEqualTo(STALE_HIT);
    }

    @Test
    void anExpressionThatBlowsUpIsGivenUp() {
        LayerRules rules = LayerRules.NONE.with(operator("X-Telco", "(a+)+$", "miss", "(a|aa)+$", "pass"));

        assertThat(Judge.rule(Reply.of(200, Headers.of("X-Telco", "a".repeat(1000) + "!")), rules)
                        .verdict())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void theStandardComesBeforeTheVendorAndTheVendorBeforeTheCodes() {
        Ruling ruling = rule(
                "X-Varnish", "5 3",
                "X-Cache", "Miss from cloudfront",
                "Cache-Status", "edge; hit");

        assertThat(ruling.verdict()).isEqualTo(HIT);
        assertThat(ruling.rank()).isEqualTo(Rank.CACHE_STATUS);
        assertThat(ruling.flags()).containsExactly(Flag.CONFLICT);
        assertThat(ruling.reasons().subList(0, 3))
                .containsExactly(
                        "Cache-Status: edge says \"hit\", a fresh stored copy",
                        "against that, X-Cache (CloudFront): edge says \"Miss\", fetched from upstream",
                        "also X-Varnish (Varnish): says \"5 3\", a fresh stored copy");
    }

    /** Varnish cuts off what is behind the point: -0.4 s is -0. */
    @Test
    void aLifeOfLessThanNothingIsStale() {
        assertThat(rule("Cache-Status", "mid1; hit; ttl=-0").verdict()).isEqualTo(STALE_HIT);
        assertThat(rule("Cache-Status", "mid1; hit; ttl=-0.4").verdict()).isEqualTo(STALE_HIT);
        assertThat(rule("Cache-Status", "mid1; hit; ttl=0").verdict()).isEqualTo(HIT);
        assertThat(rule("Cache-Status", "mid1; hit; ttl=1", "X-Cache", "HIT-STALE")
                        .verdict())
                .isEqualTo(HIT);

        Ruling said = rule("Cache-Status", "mid1; hit; ttl=0", "X-Cache", "HIT-STALE");

        assertThat(said.verdict()).isEqualTo(STALE_HIT);
        assertThat(said.reasons()).contains("its life has 0 s left, and the copy is called stale");
    }

    /** nginx in front of Varnish hands X-Varnish on as it was when its copy was stored, and Via too unless it is taught to write its own. */
    @Test
    void whatANearerCacheHandsOnContradictsNobody() {
        String[] handedOn = {"X-Varnish", "32774", "Via", "1.1 mid1 (Varnish/7.1)", "Server", "nginx/1.22.1"};

        assertThat(rule(with(handedOn, "X-Cache-Status", "HIT")).flags()).isEmpty();
        assertThat(rule(with(handedOn, "Cache-Status", "edge1; hit")).flags()).isEmpty();
        assertThat(rule("Cache-Status", "mid1; fwd=uri-miss, edge1; hit", "X-Cache", "MISS")
                        .flags())
                .as("the word of the mid")
                .isEmpty();
        assertThat(rule("Cache-Status", "mid1; hit, edge1; hit", "X-Cache", "MISS")
                        .flags())
                .containsExactly(Flag.CONFLICT);
    }

    @Test
    void aVarnishThatSpokeToUsItselfContradictsItsOwnWord() {
        assertThat(rule("X-Varnish", "32774", "Via", "1.1 mid1 (Varnish/7.1)", "X-Cache", "HIT")
                        .flags())
                .containsExactly(Flag.CONFLICT);
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.of(headers, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void whoeverWroteServerIsNearest() {
        String[] both = {"CF-Cache-Status", "MISS", "CF-Ray", "1-FRA", "X-Cache", "Hit from cloudfront", "Server", ""};
        both[7] = "cloudflare";
        assertThat(rule(both).verdict()).isEqualTo(MISS);
        both[7] = "CloudFront";
        assertThat(rule(both).verdict()).isEqualTo(HIT);
    }

    @Test
    void oneHeaderIsOneSource() {
        assertThat(rule("X-Cache", "Miss from cloudfront").reasons()).hasSize(1);
    }

    @Test
    void revalidatedContradictsNobody() {
        assertThat(rule("Cache-Status", "edge; fwd=stale; fwd-status=304", "X-Cache", "HIT")
                        .flags())
                .isEmpty();
    }

    @Test
    void ageCountsOnlyWhereItIsTrusted() {
        Reply reply = Reply.of(200, Headers.of("Age", "41"));

        assertThat(Judge.rule(reply, LayerRules.NONE).verdict()).isEqualTo(UNKNOWN);
        assertThat(Judge.rule(reply, LayerRules.NONE).reasons())
                .anyMatch(reason -> reason.contains("which cache, it does not say"));
        Ruling trusted = Judge.rule(reply, LayerRules.NONE.trustingAge());
        assertThat(trusted.verdict()).isEqualTo(HIT);
        assertThat(trusted.confidence()).isZero();
        assertThat(trusted.told()).isFalse();
        assertThat(trusted.age()).hasValue(41);
    }

    @Test
    void silenceIsABypassWhereAllOthersSpeak() {
        Tally tally = Tally.NONE;
        for (int i = 0; i < 300; i++) {
            tally = tally.and(i % 50 != 0);
        }
        Reply silent = Reply.of(200, Headers.NONE);

        assertThat(tally.answers()).isEqualTo(100);
        assertThat(tally.told()).isEqualTo(98);
        assertThat(Judge.rule(silent, LayerRules.NONE.with(tally)).verdict()).isEqualTo(PASS);
        assertThat(Judge.rule(silent, LayerRules.NONE.with(tally)).reasons())
                .containsExactly(
                        "no cache header, and 98 of the last 100 answers had one: the cache was deliberately not used");
        for (int i = 0; i < 6; i++) {
            tally = tally.and(false);
        }
        assertThat(Judge.rule(silent, LayerRules.NONE.with(tally)).verdict()).isEqualTo(UNKNOWN);
        assertThat(Judge.rule(silent, LayerRules.NONE.with(Tally.NONE.and(true)))
                        .verdict())
                .as("one answer is no habit")
                .isEqualTo(UNKNOWN);
    }

    @Test
    void aCopyPastItsDeclaredLifeIsStale() {
        assertThat(at(0, "X-Cache", "HIT", "Age", "9", "Cache-Control", "max-age=8")
                        .verdict())
                .isEqualTo(HIT);
        assertThat(at(1, "X-Cache", "HIT", "Age", "9", "Cache-Control", "max-age=8")
                        .verdict())
                .isEqualTo(STALE_HIT);
        assertThat(at(0, "X-Cache", "HIT", "Age", "10", "Cache-Control", "max-age=1, s-maxage=30")
                        .verdict())
                .isEqualTo(HIT);
        assertThat(at(0, "X-Cache", "HIT", "Age", "1000").verdict())
                .as("without a declared life nothing is stale")
                .isEqualTo(HIT);
        assertThat(at(0, "X-Cache", "MISS", "Age", "1000", "Cache-Control", "max-age=1")
                        .verdict())
                .isEqualTo(MISS);
    }

    @Test
    void aCacheThatKnowsItsOwnLifeIsBelieved() {
        assertThat(at(0, "Cache-Status", "edge; hit; ttl=59", "Age", "10", "Cache-Control", "max-age=4")
                        .verdict())
                .isEqualTo(HIT);
    }

    @Test
    void expiresAndDateTellALifeToo() {
        String date = "Sun, 01 Mar 2026 11:59:50 GMT";

        assertThat(at(0, "X-Cache", "HIT", "Date", date, "Expires", "Sun, 01 Mar 2026 11:59:55 GMT")
                        .verdict())
                .isEqualTo(STALE_HIT);
        assertThat(at(0, "X-Cache", "HIT", "Date", date, "Expires", "Sun, 01 Mar 2026 12:59:55 GMT")
                        .verdict())
                .isEqualTo(HIT);
        assertThat(at(0, "X-Cache", "HIT", "Date", "yesterday", "Expires", "0").verdict())
                .isEqualTo(HIT);
    }

    /** nginx stores the Age of its upstream and gives it out unchanged: 0 on a copy of forty seconds. */
    @Test
    void anAgeThatStandsStillIsReplayed() {
        OptionalLong age = OptionalLong.of(0);

        assertThat(Life.replays(age, age, Duration.ofSeconds(2))).isTrue();
        assertThat(Life.replays(age, age, Duration.ofSeconds(1))).isFalse();
        assertThat(Life.replays(age, OptionalLong.of(2), Duration.ofSeconds(2))).isFalse();
        assertThat(Life.replays(OptionalLong.empty(), OptionalLong.empty(), Duration.ofSeconds(9)))
                .isFalse();
    }

    @Test
    void theStaleTimeThatIsAllowed() {
        Life life = Life.of(Reply.of(
                200,
                Headers.of("Cache-Control", "max-age=2, stale-while-revalidate=4, stale-if-error=\"30\"", "Age", "x")));

        assertThat(life)
                .isEqualTo(new Life(Optional.of(Duration.ofSeconds(2)), Optional.empty(), Duration.ofSeconds(30)));
    }

    @Test
    void anErrorOfAHopAboveAHitIsHistory() {
        Ruling ruling = Judge.rule(
                Reply.of(503, Headers.of("Cache-Status", "edge; hit; ttl=3", "Proxy-Status", "mid; error=dns_timeout")),
                LayerRules.NONE);

        assertThat(ruling.verdict()).isEqualTo(HIT);
        assertThat(ruling.flags()).containsExactly(Flag.NEGATIVE);
        assertThat(ruling.faults())
                .containsExactly(new ProxyFault("mid", "dns_timeout", Optional.of(ProxyError.NAMES), ""));
    }

    @Test
    void whatUpstreamAnsweredIsTold() {
        assertThat(rule("Cache-Status", "edge; fwd=miss; fwd-status=503").reasons())
                .contains("edge got HTTP 503 from upstream");
        assertThat(rule("Proxy-Status", "edge; error=connection_timeout; details=\"after 3 s\"")
                        .reasons())
                .contains(
                        "Proxy-Status: edge reports connection_timeout (after 3 s), to be looked at by upstream, or the"
                                + " network between");
    }

    @Test
    void everyRegisteredErrorHasAnOwner() {
        assertThat(ProxyError.of("http_response_incomplete").map(ProxyError::blame))
                .contains(ProxyError.Blame.UPSTREAM);
        assertThat(ProxyError.of("proxy_loop_detected").map(ProxyError::finding))
                .contains("redirect_loop");
        assertThat(ProxyError.of("of_next_year")).isEmpty();
        assertThat(List.of(ProxyError.values()).stream().flatMap(kind -> kind.tokens().stream()))
                .hasSize(32)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatCountsAsAHit() {
        assertThat(REVALIDATED.counts(true)).isEqualTo(Verdict.Counts.HIT);
        assertThat(REVALIDATED.counts(false)).isEqualTo(Verdict.Counts.MISS);
        assertThat(STALE_HIT.counts(false)).isEqualTo(Verdict.Counts.HIT);
        assertThat(Verdict.ERROR.counts(true)).isEqualTo(Verdict.Counts.NOT);
    }

    private static Ruling rule(String... headers) {
        return Judge.rule(Reply.of(200, Headers.of(headers)), LayerRules.NONE);
    }

    private static Ruling at(int millis, String... headers) {
        Instant answered = NOON.plusMillis(millis);
        return Judge.rule(
                new Reply(200, Headers.of(headers), Optional.of(NOON), Optional.of(answered)), LayerRules.NONE);
    }

    private static OperatorRule operator(String header, String hit, String miss, String stale, String pass) {
        return new OperatorRule(header, pattern(hit), pattern(miss), pattern(stale), pattern(pass));
    }

    private static Optional<Pattern> pattern(String text) {
        return Optional.of(Pattern.compile(text));
    }

    private static List<String> names(List<Hop> hops) {
        return hops.stream().map(Hop::name).toList();
    }
}
