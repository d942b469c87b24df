package io.rungwatch.hls;

import java.util.Locale;

/**
 * What can be odd about a playlist. HARD: strict players refuse it, and the model built from the rest cannot be trusted. SOFT: the parser
 * knows what was meant, or a check of its own judges it.
 */
public enum ProblemKind {
    HEADER(true, "the first line is not exactly #EXTM3U"),
    MIXED_TAGS(true, "tags of a multivariant and of a media playlist in one document"),
    NUL(true, "NUL byte"),
    LINE_TOO_LONG(true, "line over 64 KiB, not read"),
    TOO_MANY_LINES(true, "too many lines, the rest is not read"),
    TOO_MANY_SEGMENTS(true, "too many segments, the rest is not kept"),
    TOO_MANY_ATTRIBUTES(true, "too many attributes, the rest is not kept"),
    ATTRIBUTE_SYNTAX(true, "attribute list that cannot be read"),
    DURATION(true, "not a decimal duration between 0 and 86400 s"),
    MISSING_EXTINF(true, "segment without EXTINF"),
    SEQUENCE_NUMBER(true, "not an unsigned 64-bit decimal number"),
    STREAM_INF_BANDWIDTH(true, "variant without a usable BANDWIDTH"),
    STREAM_INF_URI(true, "variant without a URI"),
    MEDIA_ATTRIBUTE(true, "EXT-X-MEDIA without TYPE, GROUP-ID or NAME"),

    BOM(false, "byte order mark"),
    INVALID_UTF8(false, "invalid UTF-8, replaced"),
    CONTROL_CHARACTER(false, "control character"),
    LONE_CR(false, "carriage return as line end"),
    MIXED_LINE_ENDS(false, "LF and CRLF in one document"),
    WHITESPACE(false, "white space where none belongs"),
    TAG_CASE(false, "tag in lower case"),
    EXTINF_COMMA(false, "EXTINF without a comma after the duration"),
    EXTINF_WITHOUT_URI(false, "EXTINF that no URI follows"),
    STRAY_URI(false, "URI line that no EXT-X-STREAM-INF announces"),
    ATTRIBUTE_DUPLICATE(false, "attribute given twice"),
    ATTRIBUTE_MISSING(false, "required attribute missing"),
    ATTRIBUTE_QUOTES(false, "quotes missing, or where none belong"),
    TRAILING_COMMA(false, "comma after the last attribute"),
    UNKNOWN_VALUE(false, "value that the specification does not know"),
    NUMBER(false, "not a usable number"),
    TARGET_DURATION(false, "target duration that is not a positive whole number of seconds"),
    DATE(false, "not a date"),
    DATE_ZONE_MISSING(false, "date without a time zone, read as UTC"),
    BYTE_RANGE(false, "byte range without a usable length or offset"),
    KEY(false, "EXT-X-KEY that contradicts itself"),
    SKIP(false, "EXT-X-SKIP without a usable SKIPPED-SEGMENTS"),
    DEFINE(false, "EXT-X-DEFINE that defines nothing, or something twice"),
    VARIABLE_UNDEFINED(false, "variable that is not defined"),
    VARIABLE_TOO_LONG(false, "variables grow the text beyond the limit, not replaced"),
    REPEATED_TAG(false, "tag that may occur once, the first counts"),
    MISPLACED_TAG(false, "tag at a place where it does not belong"),
    TOO_MANY_RENDITIONS(false, "more renditions than a probe polls"),
    TOO_MANY_TAGS(false, "too many tags of one kind, the rest is not kept"),
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
