package io.rungwatch.blame;

import java.util.Locale;

/** How sure a blame is; surest last. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
