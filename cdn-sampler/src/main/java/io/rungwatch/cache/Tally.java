package io.rungwatch.cache;

/**
 * Whether each of the last hundred answers of one layer and class of objects carried a cache header, as bits, newest lowest. Where all
 * others do, an answer without one went past the cache.
 */
public record Tally(long newest, long older, int answers) {
    public static final Tally NONE = new Tally(0, 0, 0);

    private static final int MOST = 100;
    private static final long OLDER_BITS = (1L << (MOST - Long.SIZE)) - 1;

    /** Fewer answers are no habit. */
    private static final int FEWEST = 20;

    public Tally and(boolean told) {
        return new Tally(
                newest << 1 | (told ? 1 : 0), (older << 1 | newest >>> 63) & OLDER_BITS, Math.min(MOST, answers + 1));
    }

    public int told() {
        return Long.bitCount(newest) + Long.bitCount(older);
    }

    boolean usuallyTold() {
        return answers >= FEWEST && told() * 100 >= answers * 95;
    }
}
