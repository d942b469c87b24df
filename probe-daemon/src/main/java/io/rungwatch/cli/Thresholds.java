package io.rungwatch.cli;

import io.rungwatch.check.Threshold;

/** A limit as it is written in YAML. */
public final class Thresholds {
    private Thresholds() {}

    /** With what it is a limit of. */
    public static String explained(Threshold threshold) {
        String between = threshold.unit() == Threshold.Unit.TARGET_DURATIONS ? ", " : " ";
        return text(threshold) + between + threshold.meaning();
    }

    public static String text(Threshold threshold) {
        return switch (threshold.unit()) {
            case NONE -> "";
            case DURATION -> (long) (threshold.value() / 1e6) + "ms";
            case PERCENT -> Math.round(threshold.value() * 1000) / 10.0 + "%";
            case TARGET_DURATIONS -> threshold.value() + " × target duration";
            case COUNT -> String.valueOf((long) threshold.value());
        };
    }
}
