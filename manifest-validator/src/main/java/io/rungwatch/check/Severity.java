package io.rungwatch.check;

import java.util.Locale;

/** How bad it is; worst last, so that the natural order compares. */
public enum Severity {
    INFO,
    MINOR,
    MAJOR,
    CRITICAL;

    /** As written in YAML, metrics and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
