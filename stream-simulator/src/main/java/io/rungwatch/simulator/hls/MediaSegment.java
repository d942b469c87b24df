package io.rungwatch.simulator.hls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a media playlist.
 *
 * @param index of the timeline; faults may give it another `number`
 * @param published when this rendition first listed it
 * @param start what EXT-X-PROGRAM-DATE-TIME says, or null
 * @param tags cue and date range lines before it
 */
public record MediaSegment(
        long index,
        long published,
        String uri,
        long duration,
        @Nullable Long start,
        boolean discontinuity,
        @Nullable String map,
        @Nullable String byteRange,
        List<String> tags) {
    public MediaSegment withUri(String other) {
        return new MediaSegment(index, published, other, duration, start, discontinuity, map, byteRange, tags);
    }

    public MediaSegment withDuration(long millis) {
        return new MediaSegment(index, published, uri, millis, start, discontinuity, map, byteRange, tags);
    }

    public MediaSegment withStart(@Nullable Long millis) {
        return new MediaSegment(index, published, uri, duration, millis, discontinuity, map, byteRange, tags);
    }

    public MediaSegment movedBy(long millis) {
        return start == null ? this : withStart(start + millis);
    }
}
