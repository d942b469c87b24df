package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.layer.LayerSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples of the repository are what the demo runs. */
class ConfigExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    private static final Configuration DEMO = loaded(ConfigLoader.load(ROOT.resolve("config/rungwatch.yaml")));

    @Test
    void everyExampleLoads() {
        assertThat(DEMO.channels())
                .extracting(ChannelProfile::channel)
                .containsExactly("CH_001", "CH_002", "CH_003", "CH_004", "CH_005", "CH_006");
        assertThat(DEMO.http().listen().toString()).isEqualTo("/127.0.0.1:9464");
        assertThat(DEMO.http().open()).isTrue();
    }

    @Test
    void noExampleHushesTheDemo() {
        assertThat(DEMO.channels())
                .flatExtracting(ChannelProfile::maintenance)
                .isNotEmpty()
                .extracting(Maintenance::from)
                .allMatch(Instant.parse("2050-01-01T00:00:00Z")::isBefore);
    }

    @Test
    void layersAreTheSimulators() {
        List<String> simulated = Presets.standard(1, Duration.ofSeconds(2)).layers().stream()
                .map(LayerSpec::name)
                .toList();
        assertThat(DEMO.layers()).extracting(Layer::name).containsExactlyElementsOf(simulated);
        assertThat(DEMO.layers()).extracting(layer -> layer.base().port()).containsExactly(9471, 9472, 9473, 9474);
    }

    @Test
    void ladderIsTheSimulators() {
        for (ChannelProfile channel : DEMO.channels()) {
            assertThat(channel.ladder())
                    .extracting(ExpectedRung::rung, ExpectedRung::bitrate, ExpectedRung::height)
                    .containsExactlyElementsOf(Presets.LADDER.stream()
                            .map(rung -> tuple(rung.name(), rung.bitrate(), rung.height()))
                            .toList());
        }
    }

    @Test
    void shortProfileInheritsTheRest() {
        ChannelProfile full = channel("CH_001");
        ChannelProfile shortest = channel("CH_006");
        assertThat(shortest.hls()).isEqualTo(Optional.of("/live/CH_006/master.m3u8"));
        assertThat(shortest.name()).isEqualTo("CH_006");
        assertThat(shortest.layers()).isEqualTo(full.layers());
        assertThat(shortest.segment()).isEqualTo(full.segment());
        assertThat(shortest.ladder()).isEqualTo(full.ladder());
        assertThat(shortest.audio()).isEqualTo(full.audio());
    }

    private static ChannelProfile channel(String id) {
        return DEMO.channels().stream()
                .filter(channel -> channel.channel().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Configuration loaded(ConfigLoader.Result result) {
        return switch (result) {
            case ConfigLoader.Loaded loaded -> loaded.configuration();
            case ConfigLoader.Refused refused -> throw new AssertionError(String.valueOf(refused.errors()));
        };
    }
}
