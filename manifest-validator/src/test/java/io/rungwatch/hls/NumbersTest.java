package io.rungwatch.hls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "6, 6000000000",
        "6., 6000000000",
        ".5, 500000000",
        "6.006, 6006000000",
        "6.0000000004, 6000000000",
        "6.0000000005, 6000000001",
        "0.9999999999, 1000000000",
        "86400, 86400000000000",
        "86400.000, 86400000000000",
        "0006.5, 6500000000",
        "3.12345678901234567, 3123456789"
    })
    void readsSecondsExactly(String text, long nanos) {
        assertThat(Numbers.nanos(text, Numbers.DAY)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-1",
                "+1",
                " 6",
                "6 ",
                "1e3",
                "NaN",
                "Infinity",
                "1e309",
                "1,5",
                "6..0",
                "6.0.0",
                "0x6",
                "86400.1",
                "86401",
                "9999999999999999999",
                "6.00000000000000000000",
                "６"
            })
    void refusesWhatIsNoDuration(String text) {
        assertThat(Numbers.nanos(text, Numbers.DAY)).isEqualTo(Numbers.BAD);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true", "5, true", "18446744073709551615, true", "18446744073709551616, false",
                "18446744073709551625, false",
        "99999999999999999999, false", "000000000000000000001, false", "-1, false", "0x10, false", "' 5', false",
        "5abc, false", "'', false", "9223372036854775808, true"
    })
    void knowsUnsignedNumbers(String text, boolean valid) {
        assertThat(Numbers.isUnsigned(text)).isEqualTo(valid);
    }

    @Test
    void wholeNumbersEndBelowTheSignBit() {
        assertThat(Numbers.whole("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(Numbers.whole("9223372036854775808")).isEqualTo(Numbers.BAD);
    }

    @Test
    void distancesOfUnsignedNumbersAreExactOrTheLargestThereIs() {
        assertThat(SequenceNumbers.distance(5, 7)).isEqualTo(2);
        assertThat(SequenceNumbers.distance(7, 5)).isEqualTo(-2);
        assertThat(SequenceNumbers.distance(Long.MAX_VALUE, Long.MIN_VALUE)).isEqualTo(1);
        assertThat(SequenceNumbers.distance(0, -1)).isEqualTo(Long.MAX_VALUE);
        assertThat(SequenceNumbers.distance(-1, 0)).isEqualTo(Long.MIN_VALUE);
        assertThat(SequenceNumbers.text(-1)).isEqualTo("18446744073709551615");
    }
}
