package io.rungwatch.hls;

import java.util.List;

/**
 * What stands behind the last segment: the beginning of one that is still being made.
 *
 * @param start wall-clock time at which it begins, where `dating` is known
 */
public record Tail(
        boolean discontinuity,
        Dating dating,
        long start,
        List<Part> parts,
        List<Cue> cues,
        List<DateRange> dateRanges) {

    /** All its parts together, nanoseconds. */
    public long duration() {
        long sum = 0;
        for (Part part : parts) {
            sum += part.duration();
        }
        return sum;
    }
}
