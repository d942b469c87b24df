package io.rungwatch.hls;

/** One attribute of a tag, without its quotes, variables replaced; `column` is where its name begins, from 1. */
public record Attribute(String name, String value, boolean quoted, int column) {}
