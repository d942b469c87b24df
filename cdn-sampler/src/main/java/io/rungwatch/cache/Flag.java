package io.rungwatch.cache;

import java.util.Locale;

/** What else is worth knowing beside the verdict. */
public enum Flag {
    /** A stored 4xx or 5xx. */
    NEGATIVE,
    /** Several requests waited for one answer from upstream. */
    COLLAPSED,
    /** Out of memory, not from disk. */
    MEMORY,
    /** 304 to us: we asked conditionally. */
    CONDITIONAL,
    /** Two headers disagree. */
    CONFLICT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
