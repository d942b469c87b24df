package io.rungwatch.hls;

/** A tag that this parser has no word for, kept as it stands: `name` without the #, `value` after the colon. */
public record UnknownTag(int line, String name, String value) {}
