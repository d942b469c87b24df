package io.rungwatch.round;

import io.rungwatch.cache.LayerRules;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Tier;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * How segments are sampled.
 *
 * @param tiers how often each channel has its turn, by how much it is watched
 * @param layers how often those layers are asked that are not asked at each turn, by name
 * @param rules what the operator says of a layer's caches
 * @param settled whether the oldest listed segments are compared, which no layer can be late with, and not the newest
 * @param media whether segments are looked into
 * @param revalidatedIsHit whether a copy that was asked about upstream counts as served by the cache
 */
public record SamplingPlan(
        Map<Tier, Duration> tiers,
        Map<String, Duration> layers,
        Function<Layer, LayerRules> rules,
        boolean settled,
        boolean media,
        boolean revalidatedIsHit) {
    private static final Duration USUAL = Duration.ofSeconds(30);

    public static final SamplingPlan DEFAULT =
            new SamplingPlan(Map.of(), Map.of(), layer -> LayerRules.NONE, false, true, true);

    Duration interval(Tier tier) {
        return tiers.getOrDefault(tier, USUAL);
    }

    /** Zero: at each turn. */
    Duration interval(Layer layer) {
        return layers.getOrDefault(layer.name(), Duration.ZERO);
    }
}
