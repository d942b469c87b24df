package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.round.Portion;
import java.util.Locale;

/** Findings of a segment: they all say which one. */
final class Told {
    private Told() {}

    static Finding of(CheckInfo info, Portion portion, String text) {
        return Finding.of(info, portion.segment().listed().what() + " " + text)
                .with("url", portion.segment().listed().url().toString());
    }

    /** For people: `0.25 s`. */
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds).replaceAll("0{1,2}$", "") + " s";
    }
}
