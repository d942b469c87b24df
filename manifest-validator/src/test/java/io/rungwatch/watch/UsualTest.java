package io.rungwatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.View;
import org.junit.jupiter.api.Test;

/** Target duration 1,000: what is asked now and then is between 0 and 1,000 late, for that is how publishing goes. */
class UsualTest {
    private static final long TARGET = 1000;

    private final Usual usual = new Usual();

    private long after(int times, long... values) {
        for (int i = 0; i < times; i++) {
            for (long value : values) {
                usual.add(value, TARGET);
            }
        }
        return usual.value();
    }

    @Test
    void isUnknownUntilThereIsEnough() {
        assertThat(usual.value()).isEqualTo(View.UNKNOWN);
        assertThat(after(9, 300)).isEqualTo(View.UNKNOWN);
        assertThat(after(1, 300)).isEqualTo(300);
        usual.clear();
        assertThat(usual.value()).isEqualTo(View.UNKNOWN);
    }

    @Test
    void isTheMeanButForAnEighth() {
        assertThat(after(10, 0, 200, 400, 600, 800, 1000)).isBetween(375L, 625L);
    }

    @Test
    void doesNotWaver() {
        long before = after(5, 400, 600);

        assertThat(after(5, 600, 400)).isEqualTo(before);
    }

    @Test
    void beginsAnewWhereItIsSuddenlyLater() {
        after(10, 200, 500, 800);

        assertThat(after(1, 2600)).isEqualTo(2600);
        assertThat(after(1, 300)).isEqualTo(300);
    }
}
