package io.rungwatch.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhasesTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    @Test
    void whoComesFirstDoesNotWait() {
        assertThat(new Phases().next(INTERVAL)).isEqualTo(new Phases.Phase(Duration.ZERO, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 300, 1000})
    void anyNumberIsSpreadEvenly(int channels) {
        Phases phases = new Phases();

        Collection<Long> inEachTenth = Stream.generate(() -> phases.next(INTERVAL))
                .limit(channels)
                .map(phase -> phase.delay().toSeconds() / 3)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values();

        assertThat(inEachTenth).hasSize(10).allMatch(count -> Math.abs(count - channels / 10.0) <= 2);
    }
}
