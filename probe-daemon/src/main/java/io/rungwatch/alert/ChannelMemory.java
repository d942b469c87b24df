package io.rungwatch.alert;

import io.rungwatch.profile.Layer;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.util.List;

/** What alerting remembers of one channel: immutable, and nearly always empty. Layers are upstream first; `latest` is the
 * newest report so far, for slow answers come in late and time must not run backwards over them. */
public record ChannelMemory(
        String channel, String name, List<Layer> layers, List<Sighting> sightings, List<Alert> firing, Instant latest) {

    public static ChannelMemory empty(String channel, String name, List<Layer> layers) {
        return new ChannelMemory(channel, name, layers, List.of(), List.of(), Instant.MIN);
    }

    ChannelMemory with(List<Sighting> seen, Instant now) {
        return new ChannelMemory(channel, name, layers, seen, firing, now);
    }

    ChannelMemory withFiring(List<Alert> alerts) {
        return new ChannelMemory(channel, name, layers, sightings, List.copyOf(alerts), latest);
    }

    ChannelMemory called(String other) {
        return new ChannelMemory(channel, other, layers, sightings, firing, latest);
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
