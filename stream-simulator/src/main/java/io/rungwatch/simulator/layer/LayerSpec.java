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
 * @param declares whether its headers own up to how long and since when it keeps copies: nginx with a rule of its own does not
 * @param delay what an answer from here takes; a miss takes the upstream's too
 */
public record LayerSpec(
        String name,
        @Nullable String upstream,
        @Nullable Freshness keeps,
        Duration errors,
        double hitRatio,
        Duration delay,
        boolean declares) {
    public static LayerSpec packager(String name) {
        return new LayerSpec(name, null, null, Duration.ZERO, 0, Duration.ZERO, true);
    }

    public static LayerSpec proxy(String name, String upstream) {
        return new LayerSpec(name, upstream, null, Duration.ZERO, 0, Duration.ZERO, true);
    }

    public static LayerSpec cache(String name, String upstream, Freshness keeps) {
        return new LayerSpec(name, upstream, keeps, Duration.ZERO, 0.95, Duration.ZERO, true);
    }

    public LayerSpec withDelay(Duration other) {
        return new LayerSpec(name, upstream, keeps, errors, hitRatio, other, declares);
    }

    public LayerSpec withHitRatio(double share) {
        return new LayerSpec(name, upstream, keeps, errors, share, delay, declares);
    }

    public LayerSpec withErrorsKept(Duration time) {
        return new LayerSpec(name, upstream, keeps, time, hitRatio, delay, declares);
    }

    public LayerSpec keepingQuiet() {
        return new LayerSpec(name, upstream, keeps, errors, hitRatio, delay, false);
    }
}
