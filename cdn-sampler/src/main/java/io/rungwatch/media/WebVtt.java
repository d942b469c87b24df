package io.rungwatch.media;

import java.util.Optional;

/**
 * WebVTT.
 *
 * @param wellBegun whether its first line is as it must be
 * @param map X-TIMESTAMP-MAP, where it can be read
 * @param badMap whether there is one that cannot
 * @param badTimings lines with an arrow that tell no times
 * @param backward cues that end before they begin
 */
public record WebVtt(
        long bytes,
        boolean wellBegun,
        boolean utf8,
        Optional<TimestampMap> map,
        boolean badMap,
        int badTimings,
        int backward,
        Optional<Cues> cues)
        implements Look {
    /** This PTS is that many milliseconds in cue times. */
    public record TimestampMap(long pts, long local) {}

    /** Times in milliseconds: cues need not stand in their order. */
    public record Cues(int count, long earliestStart, long latestStart, long earliestEnd, long latestEnd) {}
}
