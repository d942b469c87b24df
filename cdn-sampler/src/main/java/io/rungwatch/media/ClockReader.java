package io.rungwatch.media;

import java.util.Optional;

/** Follows the program clock references of one pid. */
final class ClockReader {
    private long count;
    private long first;
    private long last;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;
    private long backward;
    private long announced;

    void take(long pcr, boolean discontinuity) {
        if (count++ == 0) {
            first = pcr;
        } else if (discontinuity) {
            announced++;
        } else {
            gap(Ticks.pcrDifference(pcr, last));
        }
        last = pcr;
    }

    private void gap(long ticks) {
        least = Math.min(least, ticks);
        greatest = Math.max(greatest, ticks);
        backward += ticks < 0 ? 1 : 0;
    }

    Optional<Clock> facts() {
        boolean gaps = least <= greatest;
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new Clock(count, first, last, gaps ? least : 0, gaps ? greatest : 0, backward, announced));
    }
}
