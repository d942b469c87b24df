package io.rungwatch.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the configuration says of layers and channels, as series to join on. One of a layer lives as long as a channel has that layer. */
final class Properties {
    private record LayerFacts(String layer, Layer.Kind kind, String team) {
        static LayerFacts of(Layer layer) {
            return new LayerFacts(layer.name(), layer.kind(), layer.team());
        }
    }

    /** By whom it is had. */
    private record Told(Meter meter, Set<String> users) {}

    private record ChannelFacts(List<LayerFacts> layers, Meter meter) {}

    private final Metrics metrics;
    private final MeterRegistry registry;
    private final Map<String, ChannelFacts> channels = new HashMap<>();
    private final Map<LayerFacts, Told> layers = new HashMap<>();

    Properties(Metrics metrics, MeterRegistry registry) {
        this.metrics = metrics;
        this.registry = registry;
    }

    synchronized void tell(ChannelProfile profile) {
        String channel = profile.channel();
        forget(channel);
        List<LayerFacts> its =
                profile.layers().stream().map(LayerFacts::of).distinct().toList();
        channels.put(channel, new ChannelFacts(its, info(profile)));
        for (LayerFacts layer : its) {
            layers.computeIfAbsent(layer, missing -> new Told(info(layer), new HashSet<>()))
                    .users()
                    .add(channel);
        }
    }

    synchronized void forget(String channel) {
        ChannelFacts gone = channels.remove(channel);
        if (gone == null) {
            return;
        }
        registry.remove(gone.meter());
        for (LayerFacts layer : gone.layers()) {
            Told told = layers.get(layer);
            if (told != null && told.users().remove(channel) && told.users().isEmpty()) {
                layers.remove(layer);
                registry.remove(told.meter());
            }
        }
    }

    private Meter info(ChannelProfile profile) {
        return metrics.register(
                Metric.CHANNEL_PROPERTIES,
                () -> 1,
                profile.channel(),
                profile.tier().word(),
                profile.mode().word());
    }

    private Meter info(LayerFacts layer) {
        return metrics.register(
                Metric.LAYER_PROPERTIES, () -> 1, layer.layer(), layer.kind().word(), layer.team());
    }
}
