package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CleanDayTest {
    @Test
    void tenChannelsForADayGiveNoFinding() throws BadUrl {
        World world = new World(Presets.standard(10, Duration.ofSeconds(6))).pass(Duration.ofHours(24));

        assertThat(world.faults).isEmpty();
        assertThat(world.seen).isEmpty();
        assertThat(world.notifications).isEmpty();
        assertThat(world.polls).isGreaterThan(1_000_000);
    }
}
