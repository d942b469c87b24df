package io.rungwatch.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Verdict;
import io.rungwatch.sample.Counts.Row;
import io.rungwatch.sample.Sample.Touch;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    private static final int OFTEN = 10;

    /** Verdicts by letter: H hit, S stale hit, R revalidated, M miss, P pass, E error, U unknown. */
    @ParameterizedTest
    @CsvSource({
        "hits of hits and misses,           HHHM,       true,  3 of 4, 0 of 4",
        "a stale hit is a hit,              HSM,        true,  2 of 3, 0 of 3",
        "revalidated counts as a hit,       HRM,        true,  2 of 3, 0 of 3",
        "unless the operator thinks else,   HRM,        false, 1 of 3, 0 of 3",
        "pass is left out and told apart,   HMPP,       true,  1 of 2, 2 of 4",
        "errors are left out,               HMEE,       true,  1 of 2, 0 of 4",
        "fewer than a fifth unknown,        HHHHHHHHMU, true,  8 of 9, 0 of 10",
        "a fifth unknown: no judgement,     HHHHHHHMUU, true,  none,   0 of 10",
        "nothing seen,                      '',         true,  0 of 0, 0 of 0"
    })
    void ratios(String situation, String verdicts, boolean revalidatedIsHit, String hits, String passes) {
        Counts counts = new Counts();
        verdicts.chars().forEach(letter -> counts.add(Taken.at(0, Touch.FIRST, true, verdict((char) letter))));

        assertThat(counts.hits(Row.FIRST_TOUCH, revalidatedIsHit)
                        .map(Proportion::toString)
                        .orElse("none"))
                .as(situation)
                .isEqualTo(hits);
        assertThat(counts.passes()).as(situation).hasToString(passes);
    }

    private static Verdict verdict(char letter) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().charAt(0) == letter) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no verdict begins with " + letter);
    }

    @Test
    void touchesAreApart() {
        Counts counts = new Counts();
        counts.add(Taken.at(0, Touch.FIRST, true, Verdict.MISS));
        counts.add(Taken.at(2, Touch.SECOND, true, Verdict.HIT));
        counts.add(Taken.at(3, Touch.FIRST, false, Verdict.MISS));
        counts.add(Taken.at(4, Touch.COMPARE, true, Verdict.HIT));

        assertThat(counts.hits(Row.FIRST_TOUCH, true)).hasValue(new Proportion(0, 1));
        assertThat(counts.hits(Row.SECOND_TOUCH, true)).hasValue(new Proportion(1, 1));
        assertThat(counts.hits(Row.LIVE_EDGE, true)).hasValue(new Proportion(0, 1));
        assertThat(counts.samples()).isEqualTo(4);
    }

    @Test
    void sharesOfOutcomesAndWhatTheProbeSpoiled() {
        Counts counts = new Counts();
        for (int i = 0; i < OFTEN; i++) {
            counts.add(Taken.at(i));
        }
        counts.add(Taken.ended(1, Outcome.SERVER_ERROR));
        counts.add(Taken.ended(2, Outcome.FAILED));
        counts.add(Taken.spoiled(Taken.ended(3, Outcome.FAILED)));

        assertThat(counts.share(Set.of(Outcome.SERVER_ERROR, Outcome.FAILED))).hasToString("2 of 12");
        assertThat(counts.spoiled()).hasToString("1 of 13");
    }

    @ParameterizedTest
    @CsvSource({
        "200, false, false, GOOD",
        "206, true,  false, GOOD",
        "206, false, false, UNASKED",
        "304, false, true,  GOOD",
        "304, false, false, UNASKED",
        "302, false, false, UNASKED",
        "403, false, false, REFUSED",
        "404, false, false, CLIENT_ERROR",
        "429, false, false, THROTTLED",
        "503, false, false, SERVER_ERROR"
    })
    void outcomes(int status, boolean ranged, boolean conditional, Outcome expected) {
        assertThat(Outcome.of(status, ranged, conditional)).isEqualTo(expected);
    }
}
