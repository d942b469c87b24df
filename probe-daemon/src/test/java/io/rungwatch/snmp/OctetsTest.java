package io.rungwatch.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OctetsTest {
    @ParameterizedTest
    @CsvSource({
        "frozen,         6, frozen",
        "frozen,         5, fr…",
        "'tiếng Việt',  14, tiếng Việt",
        "'tiếng Việt',  13, tiếng Vi…",
        "'tiếng Việt',  12, tiếng V…",
        "'🎬🎬🎬',      12, 🎬🎬🎬",
        "'🎬🎬🎬',      11, 🎬🎬…",
        "'🎬🎬🎬',      10, 🎬…",
        "'a\nb\tc',     10, a b c",
        "'',            10, ''"
    })
    void aTextIsCutBetweenTwoCharacters(String text, int most, String told) {
        byte[] octets = Octets.text(text, most).getValue();

        assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(told);
        assertThat(octets.length).isLessThanOrEqualTo(most);
    }

    @Test
    void aTimeSaysThatItIsInUtc() {
        assertThat(Octets.time(Instant.parse("2026-11-29T02:14:06.750Z")).getValue())
                .containsExactly(7, 0xEA, 11, 29, 2, 14, 6, 7, '+', 0, 0);
    }
}
