package io.rungwatch.simulator.layer;

import io.rungwatch.simulator.stream.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A layer that knows the one above it. */
record Layer(LayerSpec spec, @Nullable Layer upstream, Freshness advertised) {
    static Map<String, Layer> chain(List<LayerSpec> specs, Freshness advertised) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (LayerSpec spec : specs) {
            Layer upstream = spec.upstream() == null ? null : layers.get(spec.upstream());
            if (spec.upstream() != null && upstream == null) {
                throw new IllegalArgumentException(
                        "layer " + spec.name() + " has " + spec.upstream() + " above it, which must be declared first");
            }
            if (layers.put(spec.name(), new Layer(spec, upstream, advertised)) != null) {
                throw new IllegalArgumentException("two layers are called " + spec.name());
            }
        }
        return layers;
    }

    /** What Cache-Control may promise: a copy's age adds up on its way down. */
    long maxAge(Address address) {
        long above = upstream == null ? advertised.of(address) : upstream.maxAge(address);
        return spec.keeps() == null || !spec.declares()
                ? above
                : Math.max(above, spec.keeps().of(address));
    }
}
