package io.rungwatch.sample;

import java.time.Duration;
import org.HdrHistogram.AbstractHistogram;

/** How long many samples took. */
public final class Spread {
    private static final double SLOWEST_SHARE = 0.05;
    private static final double P95 = 100 * (1 - SLOWEST_SHARE);
    private static final double MARGIN = 0.9;

    private final AbstractHistogram millis;

    Spread(AbstractHistogram millis) {
        this.millis = millis;
    }

    public long samples() {
        return millis.getTotalCount();
    }

    /** Of 50: the median. Zero where nothing was seen. */
    public Duration percentile(double percent) {
        return Duration.ofMillis(samples() == 0 ? 0 : millis.getValueAtPercentile(percent));
    }

    public Proportion slowerThan(Duration limit) {
        long within = millis.getCountBetweenValues(0, limit.toMillis());
        return new Proportion(samples() - within, samples());
    }

    /** Of the 95th percentile: more than one in twenty is slower, beyond chance. */
    public Look look(Duration limit, long least) {
        if (samples() < Math.max(least, 1)) {
            return Look.UNSURE;
        }
        if (slowerThan(limit).low(Proportion.Z) > SLOWEST_SHARE) {
            return Look.PROVEN;
        }
        return percentile(P95).toMillis() <= limit.toMillis() * MARGIN ? Look.GOOD : Look.UNSURE;
    }
}
