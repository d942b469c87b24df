package io.rungwatch.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
    /** The table of the catalogue, 2.3: with how many hits of n a hit ratio is proven to be below. */
    @ParameterizedTest
    @CsvSource({
        "  15,   3,   8,  10,  11,  12",
        "  30,   9,  19,  21,  23,  26",
        "  60,  22,  41,  45,  49,  53",
        " 100,  40,  72,  78,  84,  90",
        " 300, 133, 226, 242, 259, 277",
        "1000, 469, 775, 827, 881, 936"
    })
    void mostHitsThatProveARatioTooLow(long n, long half, long eighty, long eightyFive, long ninety, long ninetyFive) {
        assertThat(mostProven(0.50, n)).isEqualTo(half);
        assertThat(mostProven(0.80, n)).isEqualTo(eighty);
        assertThat(mostProven(0.85, n)).isEqualTo(eightyFive);
        assertThat(mostProven(0.90, n)).isEqualTo(ninety);
        assertThat(mostProven(0.95, n)).isEqualTo(ninetyFive);
    }

    private static long mostProven(double threshold, long n) {
        Limit limit = Limit.floor(threshold, 15);
        return LongStream.rangeClosed(0, n)
                .filter(k -> limit.look(new Proportion(k, n)) == Look.PROVEN)
                .max()
                .orElse(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "  15,  2,  2,   4",
        "  30,  2,  2,   7",
        "  60,  2,  3,  11",
        " 100,  2,  3,  16",
        " 300,  4,  7,  41",
        "1000, 10, 17, 119"
    })
    void fewestErrorsThatProveARateTooHigh(long n, long half, long one, long ten) {
        assertThat(fewestProven(0.005, n)).isEqualTo(half);
        assertThat(fewestProven(0.01, n)).isEqualTo(one);
        assertThat(fewestProven(0.10, n)).isEqualTo(ten);
    }

    private static long fewestProven(double threshold, long n) {
        Limit limit = Limit.ceiling(threshold, 15, 2);
        return LongStream.rangeClosed(0, n)
                .filter(k -> limit.look(new Proportion(k, n)) == Look.PROVEN)
                .min()
                .orElse(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "one short of the least,             FLOOR,   0.85,  0,   0,  29, UNSURE",
        "the least,                          FLOOR,   0.85,  0,   0,  30, PROVEN",
        "at the threshold,                   FLOOR,   0.85,  0,  85, 100, UNSURE",
        "not yet two points above,           FLOOR,   0.85,  0,  86, 100, UNSURE",
        "two points above,                   FLOOR,   0.85,  0,  87, 100, GOOD",
        "half of what is left to 100 %,      FLOOR,   0.99,  0, 995,1000, GOOD",
        "one lost packet,                    CEILING, 0.005, 2,   1,  30, UNSURE",
        "two,                                CEILING, 0.005, 2,   2,  30, PROVEN",
        "two are too few for critical,       CEILING, 0.01,  3,   2,  30, UNSURE",
        "half the rate,                      CEILING, 0.10,  2,   5, 100, GOOD",
        "more than half of it,               CEILING, 0.10,  2,   6, 100, UNSURE",
        "nothing seen,                       CEILING, 0.10,  0,   0,   0, UNSURE"
    })
    void oneLook(String situation, Limit.Side side, double threshold, long evidence, long k, long n, Look expected) {
        assertThat(new Limit(side, threshold, 30, evidence).look(new Proportion(k, n)))
                .as(situation)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PROVEN, PROVEN, PROVEN",
        "PROVEN, UNSURE, UNSURE",
        "PROVEN, GOOD,   GOOD",
        "UNSURE, GOOD,   GOOD",
        "GOOD,   GOOD,   GOOD",
        "UNSURE, UNSURE, UNSURE"
    })
    void fastAndSlow(Look fast, Look slow, Look both) {
        assertThat(fast.and(slow)).isEqualTo(both);
        assertThat(slow.and(fast)).isEqualTo(both);
    }
}
