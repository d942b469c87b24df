package io.rungwatch.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeldomTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Seldom seldom = new Seldom();

    private boolean asked(Duration later, boolean found) {
        boolean asked = seldom.takes(NOON.plus(later));
        if (asked) {
            seldom.looked(found);
        }
        return asked;
    }

    @Test
    void onceAnHourWhileAllIsWell() {
        assertThat(asked(Duration.ZERO, false)).isTrue();
        assertThat(asked(Duration.ofMinutes(59), false)).isFalse();
        assertThat(asked(Duration.ofHours(1), false)).isTrue();
        assertThat(asked(Duration.ofHours(1).plusMinutes(1), false)).isFalse();
    }

    @Test
    void withEachMeasurementUntilThreeLooksAgree() {
        for (int minute = 0; minute < 3; minute++) {
            assertThat(asked(Duration.ofMinutes(minute), true)).isTrue();
        }
        assertThat(asked(Duration.ofMinutes(3), true)).as("it is told by now").isFalse();
        assertThat(asked(Duration.ofMinutes(62), false)).isTrue();
        assertThat(asked(Duration.ofMinutes(63), false)).isTrue();
        assertThat(asked(Duration.ofMinutes(64), false)).isTrue();
        assertThat(asked(Duration.ofMinutes(65), false))
                .as("it is cleared by now")
                .isFalse();
    }

    @Test
    void whatCostsTheCachesACopyIsAskedOnceADay() {
        int costly = 0;
        for (int hour = 0; hour < 48; hour++) {
            assertThat(seldom.takes(NOON.plus(Duration.ofHours(hour)))).isTrue();
            costly += seldom.costlyToo() ? 1 : 0;
            seldom.looked(false);
        }

        assertThat(costly).isEqualTo(2);
    }
}
