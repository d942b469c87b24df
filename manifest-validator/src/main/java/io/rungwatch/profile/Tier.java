package io.rungwatch.profile;

import java.util.Locale;

/** How much is watched, which sets how much of it a cache should serve. */
public enum Tier {
    TOP(0.95),
    MID(0.85),
    TAIL(0.70);

    private final double expectedHitRatio;

    Tier(double expectedHitRatio) {
        this.expectedHitRatio = expectedHitRatio;
    }

    public double expectedHitRatio() {
        return expectedHitRatio;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
