package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caches that keep a playlist for about a target duration, as many do: late by turns, and never so late that players mind. */
class LongLivedCopiesTest {
    @ParameterizedTest
    @CsvSource({"6000", "9000", "18000"})
    void areNotTakenForLayersThatLag(long millis) throws BadUrl {
        Duration six = Duration.ofSeconds(6);
        Freshness kept = new Freshness(Duration.ofMillis(millis), Duration.ofMillis(millis), Duration.ofHours(1));
        Freshness half = Freshness.forSegments(six);
        SimulatorSpec usual = Presets.world(2, Presets.stream(six));
        SimulatorSpec spec = new SimulatorSpec(
                usual.channels(),
                List.of(
                        LayerSpec.packager("packager"),
                        LayerSpec.proxy("origin", "packager"),
                        LayerSpec.cache("midcache-hn", "origin", half),
                        LayerSpec.cache("edge-hn", "midcache-hn", kept).keepingQuiet()),
                half);
        World world = new World(spec).pass(Duration.ofHours(1));

        assertThat(world.told())
                .as(() -> world.notifications.size() + " told, "
                        + String.join("\n", world.seen.subList(0, Math.min(12, world.seen.size()))))
                .isEmpty();
    }
}
