package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.failed;
import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Answers.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rungwatch.check.Finding;
import io.rungwatch.checks.playlist.InterstitialInvalid;
import io.rungwatch.exchange.Failure;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two rungs with a break, whose list of assets an ad server gives. */
class AssetListsTest {
    private static final String LIST = "/break-1.json";

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("{'ASSETS': [{'URI': 'https://ads.example/1.m3u8', 'DURATION': 30}]}", ""),
                arguments("{'ASSETS': []}", ""),
                arguments("{}", "a list of assets without ASSETS: http://ads.example/break-1.json"),
                arguments("[]", "a list of assets without ASSETS: http://ads.example/break-1.json"),
                arguments(
                        "{'ASSETS': {'URI': 'x'}}", "a list of assets without ASSETS: http://ads.example/break-1.json"),
                arguments("{'ASSETS': [{'DURATION': 30}]}", "an asset without URI in http://ads.example/break-1.json"),
                arguments(
                        "{'ASSETS': [{'URI': 'https://ads.example/1.m3u8', 'DURATION': '30'}]}",
                        "an asset without DURATION in http://ads.example/break-1.json"),
                arguments(
                        "{'ASSETS': [{'URI': 'x'",
                        "the list of assets http://ads.example/break-1.json is not JSON that anybody can use: the text ends"
                                + " at character 24"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void isJudgedByWhatItSays(String text, String expected) {
        Chain chain = chain().answers(LIST, (fetch, at) -> ok(fetch.url(), at, bytes(text)));

        chain.pass(70);

        assertThat(last(chain)).isEqualTo(expected.isEmpty() ? List.of() : List.of("line 18: " + expected));
    }

    @Test
    void oneThatIsNotThereIsTold() {
        assertThat(last(chain().says(LIST, 404).pass(70)))
                .containsExactly("line 18: the list of assets http://ads.example/break-1.json answers with HTTP 404");
    }

    @Test
    void isAskedOnceForAllWhoNameIt() {
        Chain chain = chain().answers(LIST, (fetch, at) -> ok(fetch.url(), at, bytes("{'ASSETS': []}")));

        chain.pass(600);

        assertThat(chain.sent(LIST)).hasSize(1);
    }

    @Test
    void oneThatGivesNoAnswerIsAskedAgainAMinuteLater() {
        Chain chain = chain().answers(LIST, (fetch, at) -> failed(at, Failure.TOTAL_TIMEOUT));

        chain.pass(50);
        assertThat(chain.found()).isEmpty();

        chain.pass(70);
        assertThat(chain.sent(LIST)).hasSize(2);
        assertThat(chain.found()).containsExactly("interstitial_invalid");
    }

    @Test
    void noneWaitsForOthersThatDoNotAnswer() {
        Chain chain = unnamed();
        chain.shows(Chain.HD, at -> withBreaks(LivePlaylist.at(at), 1, 2, 3));
        chain.shows(Chain.SD, at -> withBreaks(LivePlaylist.at(at).named("sd_"), 4, 5, 6));
        IntStream.rangeClosed(1, 6)
                .forEach(i -> chain.answers("/" + i, (fetch, at) -> failed(at, Failure.TOTAL_TIMEOUT)));

        chain.pass(400);

        assertThat(IntStream.rangeClosed(1, 6).map(i -> chain.sent("/" + i).size()))
                .allMatch(times -> times >= 3);
    }

    @Test
    void aRelativeOneIsAskedForWhereViewersAsk() {
        Chain chain = unnamed();
        chain.shows(Chain.HD, at -> withBreak(LivePlaylist.at(at), "/ads?break=1"));
        chain.answers(
                "/ads",
                (fetch, at) -> fetch.url().host().equals("edge-hn")
                        ? ok(fetch.url(), at, bytes("{'ASSETS': []}"))
                        : status(fetch.url(), at, 404));

        chain.pass(200);

        assertThat(chain.found()).isEmpty();
        assertThat(chain.sent("/ads")).hasSize(1);
    }

    private static Chain unnamed() {
        return new Chain(Channels.live(Channels.PACKAGER, Channels.EDGE), List.of(new InterstitialInvalid()));
    }

    private static Chain chain() {
        Chain chain = unnamed();
        chain.shows(Chain.HD, at -> withBreak(LivePlaylist.at(at)));
        return chain.shows(Chain.SD, at -> withBreak(LivePlaylist.at(at).named("sd_")));
    }

    private static LivePlaylist withBreak(LivePlaylist playlist) {
        return withBreak(playlist, "http://ads.example/break-1.json");
    }

    private static LivePlaylist withBreaks(LivePlaylist playlist, int... breaks) {
        return Arrays.stream(breaks)
                .boxed()
                .reduce(playlist, (shown, i) -> withBreak(shown, "http://ads.example/" + i), (a, b) -> b);
    }

    private static LivePlaylist withBreak(LivePlaylist playlist, String list) {
        return playlist.tagged("#EXT-X-DATERANGE:ID=\"" + list + "\",CLASS=\"com.apple.hls.interstitial\","
                + "START-DATE=\"2026-03-01T00:00:30Z\",DURATION=30,X-ASSET-LIST=\"" + list + "\"\n");
    }

    private static List<String> last(Chain chain) {
        return chain.reports().stream()
                .filter(report -> report.url().path().equals(Chain.HD))
                .reduce((a, b) -> b)
                .orElseThrow()
                .findings()
                .stream()
                .map(Finding::message)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
