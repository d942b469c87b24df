package io.rungwatch.simulator.stream;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a channel may have beside plain HLS. */
public record Extras(
        @Nullable Dash dash,
        @Nullable LowLatency lowLatency,
        @Nullable Protection protection,
        Set<HlsFeature> features) {
    public static final Extras NONE = new Extras(null, null, null, Set.of());

    public Extras {
        features = Set.copyOf(features);
    }

    Extras with(Dash other) {
        return new Extras(other, lowLatency, protection, features);
    }

    Extras with(LowLatency other) {
        return new Extras(dash, other, protection, features);
    }

    Extras with(Protection other) {
        return new Extras(dash, lowLatency, other, features);
    }

    Extras with(HlsFeature... more) {
        EnumSet<HlsFeature> all = EnumSet.noneOf(HlsFeature.class);
        all.addAll(features);
        all.addAll(Set.of(more));
        return new Extras(dash, lowLatency, protection, all);
    }

    public boolean has(HlsFeature feature) {
        return features.contains(feature);
    }
}
