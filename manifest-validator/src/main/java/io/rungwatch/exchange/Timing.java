package io.rungwatch.exchange;

/**
 * Where the time of one GET went, in nanoseconds. `dns`, `connect` and `tls` are 0 on a reused connection; `firstByte` runs from the
 * request being written to the first byte of the answer, so that a cold connection never looks like a slow server; `total` is
 * everything from the start to the last byte.
 */
public record Timing(long dns, long connect, long tls, long firstByte, long total, boolean reused) {
    public static final Timing NONE = new Timing(0, 0, 0, 0, 0, false);
}
