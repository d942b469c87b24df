package io.rungwatch.scte35;

/** What a payload turned out to be. */
public sealed interface Splice permits SpliceInfo, Unreadable {}
