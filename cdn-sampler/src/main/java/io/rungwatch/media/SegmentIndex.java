package io.rungwatch.media;

/**
 * One sidx.
 *
 * @param earliest presentation time, in its timescale
 * @param references how many there are, and below what they add up to
 * @param sapType of the first
 * @param end where the index ends, counted from the beginning of the segment: what it counts begins `firstOffset` behind
 */
public record SegmentIndex(
        long referenceId,
        long timescale,
        long earliest,
        long firstOffset,
        int references,
        long referencedBytes,
        long duration,
        boolean startsWithSap,
        int sapType,
        long end) {}
