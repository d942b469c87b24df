package io.rungwatch.simulator.layer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One layer of the chain.
 *
 * @param upstream the layer it asks; null for the packager
 * @param keeps how long it keeps copies; null for a layer that passes everything on
 * @param errors how long it keeps an error; zero asks again each time
 * @param hitRatio the share of requests that find a fresh copy
 * @param delay what an answer from here takes; a miss takes the upstream's too
 */
public record LayerSpec(
        String name,
        @Nullable String upstream,
        @Nullable Freshness keeps,
        Duration errors,
        double hitRatio,
        Duration delay) {
    public static LayerSpec packager(String name) {
        return new LayerSpec(name, null, null, Duration.ZERO, 0, Duration.ZERO);
    }

    public static LayerSpec proxy(String name, String upstream) {
        return new LayerSpec(name, upstream, null, Duration.ZERO, 0, Duration.ZERO);
    }

    public static LayerSpec cache(String name, String upstream, Freshness keeps) {
        return new LayerSpec(name, upstream, keeps, Duration.ZERO, 0.95, Duration.ZERO);
    }

    public LayerSpec withDelay(Duration other) {
        return new LayerSpec(name, upstream, keeps, errors, hitRatio, other);
    }

    public LayerSpec withHitRatio(double share) {
        return new LayerSpec(name, upstream, keeps, errors, share, delay);
    }

    public LayerSpec withErrorsKept(Duration time) {
        return new LayerSpec(name, upstream, keeps, time, hitRatio, delay);
    }
}
