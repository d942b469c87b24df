package io.rungwatch.alert;

import io.rungwatch.profile.Layer;
import io.rungwatch.watch.Where;
import java.util.List;

/** What alerting remembers of one channel: immutable, and nearly always empty. Layers are upstream first. */
public record ChannelMemory(
        String channel, String name, List<Layer> layers, List<Sighting> sightings, List<Alert> firing) {

    public static ChannelMemory empty(String channel, String name, List<Layer> layers) {
        return new ChannelMemory(channel, name, layers, List.of(), List.of());
    }

    boolean remembers(Where where) {
        for (Sighting sighting : sightings) {
            if (sighting.where() == where) {
                return true;
            }
        }
        return false;
    }

    int depth(Layer layer) {
        int depth = layers.indexOf(layer);
        return depth < 0 ? layers.size() : depth;
    }
}
