package io.rungwatch.simulator;

import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.simulator.stream.ChannelSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole world as data: what is on air and what it passes through.
 *
 * @param layers upstream first
 * @param freshness what the packager allows caches, in Cache-Control
 */
public record SimulatorSpec(List<ChannelSpec> channels, List<LayerSpec> layers, Freshness freshness) {
    public SimulatorSpec {
        channels = List.copyOf(channels);
        layers = List.copyOf(layers);
    }

    public SimulatorSpec withLayer(LayerSpec layer) {
        List<LayerSpec> all = new ArrayList<>(layers);
        all.add(layer);
        return new SimulatorSpec(channels, all, freshness);
    }

    public SimulatorSpec withChannels(List<ChannelSpec> others) {
        List<ChannelSpec> all = new ArrayList<>(channels);
        all.addAll(others);
        return new SimulatorSpec(all, layers, freshness);
    }
}
