package io.rungwatch.check;

/**
 * The one number of a check that a profile may override. DURATION is in nanoseconds, PERCENT a fraction, TARGET_DURATIONS a factor,
 * COUNT a number.
 */
public record Threshold(Unit unit, double value, String meaning) {

    public enum Unit {
        NONE,
        DURATION,
        PERCENT,
        TARGET_DURATIONS,
        COUNT
    }

    public static final Threshold NONE = new Threshold(Unit.NONE, 0, "");

    public static Threshold millis(long millis, String meaning) {
        return new Threshold(Unit.DURATION, millis * 1e6, meaning);
    }

    public static Threshold percent(double percent, String meaning) {
        return new Threshold(Unit.PERCENT, percent / 100, meaning);
    }

    public static Threshold targetDurations(double factor, String meaning) {
        return new Threshold(Unit.TARGET_DURATIONS, factor, meaning);
    }

    public static Threshold count(int count, String meaning) {
        return new Threshold(Unit.COUNT, count, meaning);
    }
}
