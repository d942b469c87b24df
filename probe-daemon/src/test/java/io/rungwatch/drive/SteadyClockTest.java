package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final long SECOND = 1_000_000_000L;

    private Instant wall = Instant.parse("2026-03-01T00:00:00Z");
    private long nanos = 5;
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> nanos);

    @Test
    void runsWithTheWallClockWhileThatRunsWell() {
        pass(3600);

        assertThat(clock.offset()).isLessThan(Duration.ofMillis(1));
    }

    @Test
    void aStepOfTheWallClockIsFollowedSlowlyAndNeverBackwards() {
        wall = wall.minusSeconds(10);
        Instant before = clock.instant();
        for (int second = 0; second < 60; second++) {
            pass(1);
            assertThat(Duration.between(before, clock.instant()))
                    .isBetween(Duration.ofMillis(999), Duration.ofMillis(1001));
            before = clock.instant();
        }

        assertThat(clock.offset()).isBetween(Duration.ofMillis(-9_980), Duration.ofMillis(-9_960));
    }

    @Test
    void itJumpsForWhoeverAsksForIt() {
        wall = wall.minusSeconds(3600);
        pass(300);

        assertThat(clock.jump()).isBetween(Duration.ofSeconds(-3600), Duration.ofSeconds(-3599));

        assertThat(clock.instant()).isEqualTo(wall);
        Instant before = clock.instant();
        pass(60);
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(60));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos += SECOND;
            wall = wall.plusSeconds(1);
            clock.instant();
        }
    }
}
