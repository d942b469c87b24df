package io.rungwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockStepTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Optional<String>> told = new ArrayList<>();
    private Instant wall = NOON;
    private final ClockStep step = new ClockStep(() -> NOON, () -> wall, told::add);

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

    private void look(int secondsAhead) {
        wall = NOON.plusSeconds(secondsAhead);
        step.look();
    }
}
