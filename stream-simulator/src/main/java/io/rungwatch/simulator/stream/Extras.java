package io.rungwatch.simulator.stream;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may have beside plain HLS.
 *
 * @param realMedia segments are what their names say; elsewhere they are of the right size, which costs nothing
 */
public record Extras(
        @Nullable Dash dash,
        @Nullable LowLatency lowLatency,
        @Nullable Protection protection,
        Set<HlsFeature> features,
        boolean realMedia) {
    public static final Extras NONE = new Extras(null, null, null, Set.of(), false);

    public Extras {
        features = Set.copyOf(features);
    }

    Extras with(Dash other) {
        return new Extras(other, lowLatency, protection, features, realMedia);
    }

    Extras with(LowLatency other) {
        return new Extras(dash, other, protection, features, realMedia);
    }

    Extras with(Protection other) {
        return new Extras(dash, lowLatency, other, features, realMedia);
    }

    Extras with(HlsFeature... more) {
        EnumSet<HlsFeature> all = EnumSet.noneOf(HlsFeature.class);
        all.addAll(features);
        all.addAll(Set.of(more));
        return new Extras(dash, lowLatency, protection, all, realMedia);
    }

    Extras withRealMedia() {
        return new Extras(dash, lowLatency, protection, features, true);
    }

    public boolean has(HlsFeature feature) {
        return features.contains(feature);
    }
}
