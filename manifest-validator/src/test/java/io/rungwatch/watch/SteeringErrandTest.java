package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.failed;
import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Answers.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rungwatch.check.Finding;
import io.rungwatch.checks.ladder.ContentSteeringInvalid;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A manifest whose players are steered between two CDNs. */
class SteeringErrandTest {
    private static final String SERVER = "/steering.json";
    private static final String MPD = "/live/1.mpd";

    static Stream<Arguments> servers() {
        return Stream.of(
                arguments("{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['b', 'a']}", ""),
                arguments("{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['c', 'a']}", ""),
                arguments("{'VERSION': 1, 'TTL': 10, 'PATHWAY-PRIORITY': ['a'], 'MORE': {}}", ""),
                arguments(
                        "{'VERSION': 1, 'TTL': 9, 'PATHWAY-PRIORITY': ['a']}",
                        "info: a steering manifest with a TTL of 9 s"),
                arguments(
                        "{'VERSION': 2, 'TTL': 300, 'PATHWAY-PRIORITY': ['a']}",
                        "minor: a steering manifest of VERSION 2"),
                arguments("{'TTL': 300, 'PATHWAY-PRIORITY': ['a']}", "minor: a steering manifest without VERSION"),
                arguments(
                        "{'VERSION': 1, 'TTL': '300', 'PATHWAY-PRIORITY': ['a']}",
                        "minor: a steering manifest without TTL"),
                arguments(
                        "{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': []}",
                        "minor: a steering manifest that prefers no pathway"),
                arguments(
                        "{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['a', 'a']}",
                        "minor: a steering manifest that names a pathway twice"),
                arguments(
                        "{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['x', 'y']}",
                        "major: the manifest has none of the pathways that the steering manifest prefers: x, y"),
                arguments(
                        "{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['c'],"
                                + " 'PATHWAY-CLONES': [{'BASE-ID': 'a', 'ID': 'c', 'URI-REPLACEMENT': {'HOST': 'c.example'}}]}",
                        ""),
                arguments(
                        "{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['a'], 'PATHWAY-CLONES': [{'BASE-ID': 'a', 'ID': 'c'}]}",
                        "minor: a pathway clone without BASE-ID, ID or URI-REPLACEMENT"),
                arguments(
                        "{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['a'],"
                                + " 'PATHWAY-CLONES': [{'BASE-ID': 'a', 'ID': 'b', 'URI-REPLACEMENT': {}}]}",
                        "minor: a pathway clone under the name of another pathway: b"),
                arguments(
                        "<html>welcome</html>",
                        "minor: the steering manifest http://steer.example/steering.json is not JSON that anybody can use:"
                                + " something that is no value at character 1"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void isJudgedByWhatItSays(String text, String expected) {
        Chain hls = hls().answers(SERVER, says(text)).pass(70);
        Chain dash = dash("b").answers(SERVER, says(text)).pass(70);

        assertThat(last(hls, Chain.MANIFEST)).isEqualTo(lines(expected, 2, "?_HLS_pathway=a"));
        assertThat(last(dash, MPD)).isEqualTo(lines(expected, 3, ""));
    }

    private static List<String> lines(String expected, int line, String query) {
        return expected.isEmpty()
                ? List.of()
                : List.of(expected.replaceFirst(": ", ": line " + line + ": ")
                        .replace("steering.json", "steering.json" + (query.isEmpty() ? "" : "?…")));
    }

    @Test
    void oneThatIsNotThereIsTold() {
        assertThat(last(hls().says(SERVER, 404).pass(70), Chain.MANIFEST))
                .containsExactly(
                        "minor: line 2: the steering manifest http://steer.example/steering.json?… answers with HTTP 404");
    }

    @Test
    void oneThatWantsNoMoreQuestionsIsInItsRight() {
        assertThat(hls().says(SERVER, 410).pass(200).found()).isEmpty();
        assertThat(hls().says(SERVER, 429).pass(200).found()).isEmpty();
    }

    @Test
    void oneAnswerLostOnItsWayIsNobodysFault() {
        Chain chain = hls().answers(
                        SERVER,
                        (fetch, at) -> before(at, 100) && !before(at, 60)
                                ? failed(at, Failure.TOTAL_TIMEOUT)
                                : says("{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['a']}")
                                        .apply(fetch, at));

        assertThat(chain.pass(300).found()).isEmpty();
    }

    @Test
    void oneThatStaysSilentIsTold() {
        Chain chain = hls().answers(SERVER, (fetch, at) -> status(fetch.url(), at, 503))
                .pass(200);

        assertThat(chain.found()).containsExactly("content_steering_invalid");
    }

    @Test
    void isAskedOnceAMinuteForAllLayers() {
        Chain chain = hls().answers(SERVER, says("{}")).pass(600);

        assertThat(chain.sent(SERVER)).hasSizeBetween(9, 11);
        assertThat(chain.sent(SERVER).getFirst().url().query()).isEqualTo("_HLS_pathway=a");
    }

    @Test
    void aRelativeServerIsAskedWhereViewersAsk() {
        Chain hls = hls("/steer").answers("/steer", onlyAt("edge-hn")).pass(200);
        Chain dash = dash("b", "/steer").answers("/steer", onlyAt("edge-hn")).pass(200);

        for (Chain chain : List.of(hls, dash)) {
            assertThat(chain.found()).isEmpty();
            assertThat(chain.sent("/steer"))
                    .hasSizeBetween(3, 4)
                    .allMatch(sent -> sent.url().host().equals("edge-hn"));
        }
    }

    @Test
    void aRelativeServerThatViewersDoNotReachIsToldOfTheirLayer() {
        Chain chain = hls("steer").answers("/live/steer", onlyAt("packager")).pass(200);

        assertThat(chain.reports())
                .filteredOn(report -> !report.findings().isEmpty())
                .isNotEmpty()
                .allMatch(report -> report.where().layer().equals(Channels.EDGE));
    }

    @Test
    void aServerOfItsOwnIsToldOfAllWhoNameIt() {
        Chain chain = hls("//steer.example/steer").says("/steer", 404).pass(200);

        assertThat(chain.sent("/steer")).hasSizeBetween(3, 4);
        assertThat(chain.reports())
                .filteredOn(report -> !report.findings().isEmpty())
                .extracting(report -> report.where().layer())
                .contains(Channels.PACKAGER, Channels.EDGE);
    }

    @Test
    void anMpdBeginsAtAServiceLocationThatItHas() {
        assertThat(last(
                        dash("z")
                                .answers(SERVER, says("{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['a']}"))
                                .pass(70),
                        MPD))
                .containsExactly("minor: line 3: no BaseURL has serviceLocation z");
    }

    private static boolean before(Instant at, int seconds) {
        return at.isBefore(LivePlaylist.START.plusSeconds(seconds));
    }

    private static BiFunction<Fetch, Instant, Exchange> onlyAt(String host) {
        return (fetch, at) -> fetch.url().host().equals(host)
                ? says("{'VERSION': 1, 'TTL': 300, 'PATHWAY-PRIORITY': ['a']}").apply(fetch, at)
                : status(fetch.url(), at, 404);
    }

    private static Chain hls() {
        return hls("http://steer.example/steering.json");
    }

    private static Chain hls(String server) {
        return new Chain(Channels.live(Channels.PACKAGER, Channels.EDGE), List.of(new ContentSteeringInvalid()))
                .shows(Chain.MANIFEST, """
                        #EXTM3U
                        #EXT-X-CONTENT-STEERING:SERVER-URI="%s",PATHWAY-ID="a"
                        #EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080,CODECS="avc1.640028",PATHWAY-ID="a"
                        hd.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080,CODECS="avc1.640028",PATHWAY-ID="b"
                        sd.m3u8
                        """.formatted(server));
    }

    private static Chain dash(String first) {
        return dash(first, "http://steer.example/steering.json");
    }

    private static Chain dash(String first, String server) {
        return new Chain(
                        Channels.live().at(MPD, List.of(Channels.PACKAGER, Channels.EDGE), "CH_001"),
                        List.of(new ContentSteeringInvalid()))
                .shows(MPD, """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="dynamic" minimumUpdatePeriod="PT2S"
                    availabilityStartTime="2026-01-01T00:00:00Z" publishTime="2026-01-01T00:00:00Z">
                  <ContentSteering defaultServiceLocation="%s">%s</ContentSteering>
                  <BaseURL serviceLocation="a">http://a.example/</BaseURL>
                  <BaseURL serviceLocation="b">http://b.example/</BaseURL>
                  <Period id="1" start="PT0S"/>
                </MPD>
                """.formatted(first, server));
    }

    private static List<String> last(Chain chain, String path) {
        List<Finding> findings = chain.reports().stream()
                .filter(report -> report.url().path().equals(path))
                .reduce((a, b) -> b)
                .orElseThrow()
                .findings();
        return findings.stream()
                .map(f -> f.severity().word() + ": " + f.message())
                .toList();
    }

    private static BiFunction<Fetch, Instant, Exchange> says(String text) {
        return (fetch, at) -> ok(fetch.url(), at, text.replace('\'', '"').getBytes(UTF_8));
    }
}
