package io.rungwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    @Test
    void onlyWhatIsNewCounts() {
        assertThat(counted(100, 101, 101, 104)).containsExactly(0L, 1L, 0L, 3L);
    }

    @Test
    void aTwinThatIsBehindBringsNothing() {
        assertThat(counted(100, 98, 101, 99, 102)).containsExactly(0L, 0L, 1L, 0L, 1L);
    }

    @Test
    void aRestartBeginsAnew() {
        assertThat(counted(5000, 1, 2, 900_000, 900_001)).containsExactly(0L, 0L, 1L, 0L, 1L);
        assertThat(counted(7, 7 + Long.MIN_VALUE, 8 + Long.MIN_VALUE)).containsExactly(0L, 0L, 1L);
    }

    @Test
    void numbersAreUnsigned() {
        assertThat(counted(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 2)).containsExactly(0L, 1L, 2L);
    }

    private static List<Long> counted(long... ends) {
        Arrivals arrivals = new Arrivals();
        return Arrays.stream(ends).mapToObj(arrivals::upTo).toList();
    }
}
