package io.rungwatch.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a header: a ruling, soon, and nothing in it that a terminal would obey. */
class HostileHeadersTest {
    private static final List<String> NAMES = List.of(
            "Cache-Status",
            "Proxy-Status",
            "X-Cache",
            "X-Cache-Status",
            "X-Cache-Lookup",
            "X-Cache-Remote",
            "X-Cache-Hits",
            "X-Varnish",
            "Via",
            "Age",
            "Warning",
            "Server-Timing",
            "Fastly-Debug-TTL",
            "X-Served-By",
            "CF-Cache-Status",
            "CF-Ray",
            "X-EC-Cache",
            "X-OC-Debug-Info",
            "Cache-Control",
            "Date",
            "Expires",
            "Server",
            "X-Amz-Cf-Pop",
            "X-Azure-Ref");

    static Stream<String> values() {
        return Stream.of(
                "a".repeat(100_000),
                "a, ".repeat(10_000),
                "hit; ttl=1, ".repeat(1300),
                "(".repeat(16_000),
                "\"".repeat(16_000),
                "a;a".repeat(5000),
                "1.1 " + "a ".repeat(8000) + "[",
                "1.1 a (x " + "[c".repeat(8000),
                " \t".repeat(8000),
                "cdn-cache;desc=\"" + "\\".repeat(15_000),
                "cdn-cache; ".repeat(1400),
                "\"cacheStatus\"" + " ".repeat(16_000) + ":",
                "H " + "-".repeat(16_000),
                "TCP_" + "A".repeat(16_000) + " from x",
                "9".repeat(16_000),
                "edge\u001b[2J\u0007\u202e\u0000; hit",
                "\"edge\u009b31m\"; hit",
                ",,,;;;===\"\"",
                "");
    }

    @ParameterizedTest
    @MethodSource("values")
    void isRuledSoonAndShownSafely(String value) {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String name : NAMES) {
                harmless(Judge.rule(Reply.of(200, Headers.of(name, value)), LayerRules.NONE));
            }
            String[] all =
                    NAMES.stream().flatMap(name -> Stream.of(name, value)).toArray(String[]::new);
            harmless(Judge.rule(Reply.of(500, Headers.of(all)), LayerRules.NONE));
        });
    }

    @Test
    void noiseIsRuledToo() {
        Random random = new Random(7);
        String letters = "hitmsfwd=;,\"()?:@%-0129 \t[]cHRSMuTCP_\u00e9\u001b";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                value.append(letters.charAt(random.nextInt(letters.length())));
            }
            String name = NAMES.get(random.nextInt(NAMES.size()));
            harmless(Judge.rule(Reply.of(200, Headers.of(name, value.toString())), LayerRules.NONE));
        }
    }

    @Test
    void aPartOfALongListWouldMislead() {
        Ruling ruling = Judge.rule(
                Reply.of(200, Headers.of("Cache-Status", "edge; hit, ".repeat(2000) + "edge; fwd=miss")),
                LayerRules.NONE);

        assertThat(ruling.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(ruling.reasons()).contains("Cache-Status is longer than 16384 characters; not read");
    }

    @Test
    void aBrokenFieldSaysWhere() {
        Ruling ruling = Judge.rule(
                Reply.of(200, Headers.of("Cache-Status", "edge hit", "Proxy-Status", "x; ERROR", "X-Cache", "MISS")),
                LayerRules.NONE);

        assertThat(ruling.verdict()).isEqualTo(Verdict.MISS);
        assertThat(ruling.reasons())
                .contains("Cache-Status is malformed at character 6: ',' expected; not used")
                .contains("Proxy-Status is malformed at character 4: a name in small letters expected; not used");
    }

    private static void harmless(Ruling ruling) {
        Stream<String> shown = Stream.concat(
                ruling.reasons().stream(),
                Stream.concat(ruling.hops().stream(), ruling.recorded().stream())
                        .flatMap(hop -> Stream.of(hop.label(), hop.said())));
        assertThat(shown).allSatisfy(text -> {
            assertThat(text.length()).isLessThan(800);
            assertThat(text.chars()).noneMatch(c -> c < ' ' || (c >= 0x7f && c <= 0x9f) || c == 0x202e);
        });
    }
}
