package io.rungwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.Url;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PropertiesTest {
    private final Metrics metrics = new Metrics();

    @Test
    void aLayerIsToldAsLongAsAChannelHasIt() throws Exception {
        metrics.watch(profile("CH_001", layer("origin", "cdn"), layer("edge-hn", "cdn")));
        metrics.watch(profile("CH_002", layer("origin", "cdn")));
        assertThat(told("rungwatch_layer_properties"))
                .containsExactlyInAnyOrder(
                        "rungwatch_layer_properties{kind=\"edge\",layer=\"edge-hn\",team=\"cdn\"} 1.0",
                        "rungwatch_layer_properties{kind=\"origin\",layer=\"origin\",team=\"cdn\"} 1.0");

        metrics.forgetChannel("CH_001");
        assertThat(told("rungwatch_layer_properties")).hasSize(1);
        metrics.forgetChannel("CH_002");
        assertThat(told("rungwatch_layer_properties")).isEmpty();
        assertThat(told("rungwatch_channel_properties")).isEmpty();
    }

    @Test
    void whoTakesALayerOverIsToldInstead() throws Exception {
        metrics.watch(profile("CH_001", layer("origin", "cdn")));

        metrics.adopt(profile("CH_001", layer("origin", "core")));

        assertThat(told("rungwatch_layer_properties"))
                .singleElement()
                .asString()
                .contains("team=\"core\"");
        assertThat(told("rungwatch_channel_properties"))
                .containsExactly("rungwatch_channel_properties{channel=\"CH_001\",mode=\"unknown\",tier=\"mid\"} 1.0");
    }

    /** The client of Prometheus takes these endings away or adds them: such a series is not called what the docs say. */
    @Test
    void noNameHasAnEndingThatIsReserved() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::id))
                .noneMatch(id -> id.matches(".*_(info|total|created|bucket|count|sum)"));
    }

    private List<String> told(String name) {
        return metrics.scrape()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .toList();
    }

    private static ChannelProfile profile(String channel, Layer... layers) {
        return ChannelProfile.unknown(channel, "/live/master.m3u8", List.of(layers));
    }

    private static Layer layer(String name, String team) throws Exception {
        Layer.Kind kind = name.startsWith("edge") ? Layer.Kind.EDGE : Layer.Kind.ORIGIN;
        return new Layer(name, kind, team, Url.parse("http://127.0.0.1"), Optional.empty());
    }
}
