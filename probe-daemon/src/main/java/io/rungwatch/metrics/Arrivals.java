package io.rungwatch.metrics;

/** How many segments of a playlist are new. Numbers are unsigned, so only their difference counts. */
final class Arrivals {
    /** Numbers that fall by more have begun anew; by less, they are those of a twin that is behind. */
    private static final long RESTART = 100;

    private boolean seen;
    private long highest;

    /** What was there at the first look, or after a restart, is not counted. */
    long upTo(long end) {
        long moved = end - highest;
        boolean follows = seen && moved > -RESTART && moved < RESTART;
        long added = follows ? Math.max(0, moved) : 0;
        highest = follows && added == 0 ? highest : end;
        seen = true;
        return added;
    }
}
