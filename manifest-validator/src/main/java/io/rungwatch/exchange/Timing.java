package io.rungwatch.exchange;

/**
 * Where the time of one GET went, in nanoseconds. `waited` is the wait for a free connection of our own, which is never the server's
 * fault. `dns`, `connect` and `tls` are 0 on a reused connection and added up over redirects; `firstByte` runs from the last request
 * being written to the first byte of its answer, so that a cold connection never looks like a slow server; `total` is everything from
 * the start to the last byte. `held` is for how long meanwhile we looked at no socket: so much of the two before it may be ours. `reused` says that no connection had to be made.
 */
public record Timing(
        long waited, long dns, long connect, long tls, long firstByte, long total, long held, boolean reused) {
    public static final Timing NONE = new Timing(0, 0, 0, 0, 0, false);

    public Timing(long dns, long connect, long tls, long firstByte, long total, boolean reused) {
        this(0, dns, connect, tls, firstByte, total, 0, reused);
    }
}
