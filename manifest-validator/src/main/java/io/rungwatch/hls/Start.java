package io.rungwatch.hls;

/** EXT-X-START; negative counts back from the end, nanoseconds. */
public record Start(int line, long timeOffset, boolean precise) {}
