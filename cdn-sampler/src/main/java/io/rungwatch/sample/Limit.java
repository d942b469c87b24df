package io.rungwatch.sample;

/**
 * What a share must keep to. Broken only when the whole interval lies beyond it, over at least `samples`, at least `evidence` of them bad,
 * so that one lost packet wakes nobody; kept only when the share itself is back by a margin, so that it does not flap.
 */
public record Limit(Side side, double threshold, long samples, long evidence) {
    private static final double POINTS = 0.02;

    public enum Side {
        /** A ratio of good ones that must not fall below. */
        FLOOR,
        /** A rate of bad ones that must not rise above. */
        CEILING
    }

    public static Limit floor(double threshold, long samples) {
        return new Limit(Side.FLOOR, threshold, samples, 0);
    }

    public static Limit ceiling(double threshold, long samples, long evidence) {
        return new Limit(Side.CEILING, threshold, samples, evidence);
    }

    public Look look(Proportion seen) {
        if (seen.n() < Math.max(samples, 1)) {
            return Look.UNSURE;
        }
        return proven(seen) ? Look.PROVEN : good(seen) ? Look.GOOD : Look.UNSURE;
    }

    private boolean proven(Proportion seen) {
        return switch (side) {
            case FLOOR -> seen.high(Proportion.Z) < threshold && seen.n() - seen.k() >= evidence;
            case CEILING -> seen.low(Proportion.Z) > threshold && seen.k() >= evidence;
        };
    }

    /** Two points above a floor of 99 % nobody gets: there, half of what is left. */
    private boolean good(Proportion seen) {
        return switch (side) {
            case FLOOR -> seen.share() >= threshold + Math.min(POINTS, (1 - threshold) / 2);
            case CEILING -> seen.share() <= threshold / 2;
        };
    }
}
