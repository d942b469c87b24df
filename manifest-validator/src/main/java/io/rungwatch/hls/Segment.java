package io.rungwatch.hls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One media segment.
 *
 * @param line of its URI
 * @param number its media sequence number, unsigned: compare with {@link SequenceNumbers}
 * @param dseq its absolute discontinuity sequence number
 * @param uri as written, variables replaced
 * @param duration nanoseconds; 0 where EXTINF could not be read (a hard problem says so)
 * @param discontinuity whether a DISCONTINUITY tag stands before it
 * @param start wall-clock begin in nanoseconds since 1970 where {@link #dating} is known
 * @param bitrate EXT-X-BITRATE in bits per second, 0 when none applies
 * @param keys those that apply to it; empty when it is in the clear
 * @param parts its partial segments
 * @param cues ad markers before it
 * @param dateRanges DATERANGE tags that stand before it, which says nothing about the time that they cover
 */
public record Segment(
        int line,
        long number,
        long dseq,
        String uri,
        long duration,
        String title,
        boolean discontinuity,
        boolean gap,
        Dating dating,
        long start,
        long bitrate,
        @Nullable ByteRange byteRange,
        @Nullable InitSection map,
        List<Key> keys,
        List<Part> parts,
        List<Cue> cues,
        List<DateRange> dateRanges) {

    /** Wall-clock end, meaningful where {@link #dating} is known. */
    public long end() {
        return start + duration;
    }

    Segment numbered(long number, long dseq) {
        return new Segment(
                line,
                number,
                dseq,
                uri,
                duration,
                title,
                discontinuity,
                gap,
                dating,
                start,
                bitrate,
                byteRange,
                map,
                keys,
                parts,
                cues,
                dateRanges);
    }

    Segment extrapolated(long start) {
        return new Segment(
                line,
                number,
                dseq,
                uri,
                duration,
                title,
                discontinuity,
                gap,
                Dating.EXTRAPOLATED,
                start,
                bitrate,
                byteRange,
                map,
                keys,
                parts,
                cues,
                dateRanges);
    }
}
