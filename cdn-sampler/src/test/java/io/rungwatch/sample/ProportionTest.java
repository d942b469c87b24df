package io.rungwatch.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        " 0,  20, 0.0000, 0.1611",
        " 1,  29, 0.0061, 0.1718",
        "29,  29, 0.8830, 1.0000"
    })
    void asPublished(long k, long n, double low, double high) {
        double z = 1.959964;
        Proportion seen = new Proportion(k, n);

        assertThat(seen.low(z)).isCloseTo(low, within(0.00006));
        assertThat(seen.high(z)).isCloseTo(high, within(0.00006));
    }

    @Test
    void nothingSeenMayBeAnything() {
        Proportion nothing = new Proportion(0, 0);

        assertThat(nothing.low(Proportion.Z)).isZero();
        assertThat(nothing.high(Proportion.Z)).isEqualTo(1);
    }

    @Test
    void moreThanAllIsAnError() {
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("3 of 2");
    }
}
