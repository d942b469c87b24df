package io.rungwatch.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "en, eng, true",
        "en-US, en, true",
        "VIE, vi, true",
        "ger, de, true",
        "deu, ger, true",
        "zh-Hans, chi, true",
        "qaa, qaa, true",
        "mul, mul, true",
        "en, vi, false",
        "qaa, qad, false",
        "'', vi, false",
        "xx, en, false"
    })
    void serves(String offered, String wanted, boolean expected) {
        assertThat(Language.serves(offered, wanted)).isEqualTo(expected);
    }
}
