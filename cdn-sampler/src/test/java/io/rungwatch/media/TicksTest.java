package io.rungwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
    private static final long LAST = (1L << 33) - 1;

    @Test
    void aTimeBehindTheEndIsLater() {
        assertThat(Ticks.difference(0, LAST, Ticks.PTS_BITS)).isEqualTo(1);
        assertThat(Ticks.difference(LAST, 0, Ticks.PTS_BITS)).isEqualTo(-1);
        assertThat(Ticks.difference(5, 0xffff_ffffL, 32)).isEqualTo(6);
        assertThat(Ticks.difference(Long.MIN_VALUE, Long.MAX_VALUE, 64)).isEqualTo(1);
    }

    @Test
    void halfWayRoundIsBackward() {
        assertThat(Ticks.difference(1L << 32, 0, Ticks.PTS_BITS)).isEqualTo(-(1L << 32));
        assertThat(Ticks.difference((1L << 32) - 1, 0, Ticks.PTS_BITS)).isEqualTo((1L << 32) - 1);
    }

    @Test
    void unwrappedTimesGoOn() {
        long second = Ticks.unwrap(LAST - 10, 20, Ticks.PTS_BITS);

        assertThat(second).isEqualTo(LAST + 21);
        assertThat(Ticks.unwrap(second, LAST, Ticks.PTS_BITS)).isEqualTo(LAST);
    }

    @Test
    void clockReferencesCountTo300InBetween() {
        assertThat(Ticks.pcrDifference(Ticks.pcr(0, 10), Ticks.pcr(LAST, 290))).isEqualTo(20);
    }
}
