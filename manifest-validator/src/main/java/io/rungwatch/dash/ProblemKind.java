package io.rungwatch.dash;

import java.util.Locale;

/**
 * What can be odd about an MPD. HARD: players refuse it, and what was read of it cannot be trusted. SOFT: the reader knows what was meant,
 * or a check of its own judges it.
 */
public enum ProblemKind {
    DOCTYPE(true, "a DOCTYPE, nothing behind it is read: no MPD needs one"),
    SYNTAX(true, "not well-formed XML, the rest is not read"),
    TRUNCATED(true, "the document ends inside an element"),
    ENCODING(true, "an encoding other than UTF-8"),
    ENTITY(true, "entity that XML does not define"),
    PREFIX(true, "namespace prefix that is not declared"),
    DUPLICATE_ATTRIBUTE(true, "attribute given twice"),
    TOO_LARGE(true, "over 8 MiB, not read"),
    TOO_DEEP(true, "elements nested more than 64 deep, the rest is not read"),
    TOO_MANY_ELEMENTS(true, "too many elements, the rest is not read"),
    TOO_MANY_ATTRIBUTES(true, "more than 200 attributes, the rest is not read"),
    TOO_MANY_SEGMENTS(true, "more than 200,000 S, the rest is not read"),
    TOO_LONG(true, "text over 64 KiB"),
    TIMESCALE(true, "timescale that is no whole number above 0: no time of a segment can be told"),
    DATE(true, "not a date"),
    DURATION(true, "not a duration"),

    TOO_MANY_PERIODS(false, "more than 500 Periods, the rest is not kept"),
    TOO_MANY_REPRESENTATIONS(false, "more than 100 sets in a Period or Representations in a set, the rest is not kept"),
    TOO_MANY_BASE_URLS(false, "more than 16 BaseURLs on one level, the rest is not kept"),
    INVALID_UTF8(false, "invalid UTF-8, replaced"),
    NAMESPACE(false, "not the namespace of DASH"),
    DATE_ZONE_MISSING(false, "date without a time zone, read as UTC"),
    NUMBER(false, "not a usable number"),
    TIMELINE_NUMBER(false, "not a usable number in a timeline"),
    UNKNOWN_VALUE(false, "value that the specification does not know"),
    TEMPLATE(false, "template that players cannot fill in"),
    RANGE(false, "not a byte range"),
    TOO_MANY_PROBLEMS(false, "too many problems, the rest is not listed");

    private final boolean hard;
    private final String text;

    ProblemKind(boolean hard, String text) {
        this.hard = hard;
        this.text = text;
    }

    public boolean hard() {
        return hard;
    }

    /** For people. */
    public String text() {
        return text;
    }

    /** For facts and labels. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
