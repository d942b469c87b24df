package io.rungwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockStepTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Optional<String>> told = new ArrayList<>();
    private Instant now = NOON;
    private Instant wall = NOON;
    private int settled;
    private final ClockStep step =
            new ClockStep(() -> now, () -> wall, Duration.ofMinutes(5), told::add, () -> settled++);

    @Test
    void aClockThatWasSetIsToldOnceAndItsEndIs() {
        look(9);
        assertThat(told).isEmpty();
        look(-3600);
        look(-3599);
        look(1);
        look(3600);
        assertThat(told)
                .containsExactly(
                        Optional.of(
                                "the machine's clock was set and is 3600 s behind the time that the probe goes on by"),
                        Optional.empty(),
                        Optional.of(
                                "the machine's clock was set and is 3600 s ahead of the time that the probe goes on by"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3600, -3600})
    void aClockThatKeepsItsNewTimeIsFollowed(int jump) {
        look(jump);
        for (int second = 0; second < 299; second++) {
            pass(1, jump);
        }
        assertThat(settled).isZero();

        pass(1, jump);

        assertThat(settled).isEqualTo(1);
        pass(5, 0);
        assertThat(settled).isEqualTo(1);
        assertThat(told).hasSize(2).last().isEqualTo(Optional.empty());
    }

    @Test
    void oneThatGoesBackOrIsSetAgainIsNot() {
        look(3600);
        pass(200, 3600);
        pass(60, 0);
        pass(10, 3600);
        pass(200, 3600);
        pass(100, 1800);
        pass(299, 1800);
        assertThat(settled).isZero();

        pass(1, 1800);

        assertThat(settled).isEqualTo(1);
    }

    private void pass(int seconds, int secondsAhead) {
        now = now.plusSeconds(seconds);
        look(secondsAhead);
    }

    private void look(int secondsAhead) {
        wall = now.plusSeconds(secondsAhead);
        step.look();
    }
}
