package io.rungwatch.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrikeTest {
    private static final Duration TARGET = Duration.ofSeconds(6);
    private static final Instant AT = Instant.parse("2026-12-01T02:00:01.234Z");

    private final Simulator clean = new Simulator(new Workload(2, TARGET, false, true).simulated());

    @ParameterizedTest
    @EnumSource
    void theSimulatorTakesEachKindAndItShows(FaultKind kind) {
        Strike strike = Strike.of(kind, "CH_002", "SD", AT, TARGET, clean);

        clean.withFault(strike.line(), AT);
        assertThat(strike.shows()).isBefore(AT.plus(TARGET.multipliedBy(2)));
    }

    @Test
    void aFrozenPlaylistIsAsGoodAsAnyUntilTheNextSegmentIsDue() {
        assertThat(Strike.of(FaultKind.FROZEN, "CH_002", "SD", AT, TARGET, clean)
                        .shows())
                .isAfter(AT.plusMillis(100));
        assertThat(Strike.of(FaultKind.NOT_FOUND, "CH_002", "SD", AT, TARGET, clean)
                        .shows())
                .isEqualTo(AT);
    }
}
