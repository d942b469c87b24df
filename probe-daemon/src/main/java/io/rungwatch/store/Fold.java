package io.rungwatch.store;

/** How figures of two rows become one. What is not known of one is taken from the other. */
final class Fold {
    static final int UNKNOWN = -1;

    private static final double MICROS = 1e3;
    private static final double MILLIS_IN_NANOS = 1e6;

    private Fold() {}

    static double mean(double first, long weight, double second, long otherWeight) {
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return Double.isNaN(first) ? second : first;
        }
        return rounded((first * weight + second * otherWeight) / (weight + otherWeight));
    }

    static double most(double first, double second) {
        return Double.isNaN(first) ? second : Double.isNaN(second) ? first : Math.max(first, second);
    }

    static int most(int first, int second) {
        return Math.max(first, second);
    }

    static int fewest(int first, int second) {
        return first == UNKNOWN ? second : second == UNKNOWN ? first : Math.min(first, second);
    }

    /** To the microsecond; not a number where nothing was counted. */
    static double millis(long nanos, long count) {
        return count == 0 ? Double.NaN : rounded(nanos / MILLIS_IN_NANOS / count);
    }

    static double rounded(double value) {
        return Math.round(value * MICROS) / MICROS;
    }
}
