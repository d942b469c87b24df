package io.rungwatch.media;

/** Times that begin anew after so many bits: PTS and DTS after 26.5 hours, a tfdt of version 0 after 2³² ticks. */
public final class Ticks {
    public static final int PTS_BITS = 33;
    public static final long PTS_PER_SECOND = 90_000;
    public static final long PCR_PER_SECOND = 27_000_000;
    private static final long PCR_PER_PTS = 300;

    private Ticks() {}

    /** a − b, the short way round. */
    public static long difference(long a, long b, int bits) {
        int unused = Long.SIZE - bits;
        return (a - b) << unused >> unused;
    }

    /** Of all times that `wrapped` may stand for, the one nearest to `near`. */
    public static long unwrap(long near, long wrapped, int bits) {
        return near + difference(wrapped, near, bits);
    }

    public static long wrap(long ticks, int bits) {
        return ticks & (1L << bits) - 1;
    }

    /** a − b of two program clock references, in ticks of 27 MHz. */
    public static long pcrDifference(long a, long b) {
        long base = difference(a / PCR_PER_PTS, b / PCR_PER_PTS, PTS_BITS);
        return base * PCR_PER_PTS + a % PCR_PER_PTS - b % PCR_PER_PTS;
    }

    static long pcr(long base, int extension) {
        return base * PCR_PER_PTS + extension % PCR_PER_PTS;
    }
}
