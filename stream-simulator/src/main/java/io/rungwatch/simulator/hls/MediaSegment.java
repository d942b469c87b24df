package io.rungwatch.simulator.hls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a media playlist.
 *
 * @param index of the timeline; faults may give it another `number`
 * @param published when this rendition first listed it
 * @param start what EXT-X-PROGRAM-DATE-TIME says, or null
 * @param key the EXT-X-KEY line that holds from here on, or null where none ever was
 * @param tags cue and date range lines before it
 * @param parts that it is still to be had in
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
        @Nullable String key,
        List<String> tags,
        List<Part> parts) {
    /** Part `number` of its segment, under a name that is the segment's with the number in it. */
    public record Part(int number, long duration, boolean independent) {}

    public MediaSegment withUri(String other) {
        return new MediaSegment(
                index, published, other, duration, start, discontinuity, map, byteRange, key, tags, parts);
    }

    public MediaSegment withDuration(long millis) {
        return new MediaSegment(index, published, uri, millis, start, discontinuity, map, byteRange, key, tags, parts);
    }

    public MediaSegment withStart(@Nullable Long millis) {
        return new MediaSegment(
                index, published, uri, duration, millis, discontinuity, map, byteRange, key, tags, parts);
    }

    public MediaSegment withDiscontinuity(boolean before) {
        return new MediaSegment(index, published, uri, duration, start, before, map, byteRange, key, tags, parts);
    }

    public MediaSegment withMap(@Nullable String other) {
        return new MediaSegment(
                index, published, uri, duration, start, discontinuity, other, byteRange, key, tags, parts);
    }

    public MediaSegment withByteRange(@Nullable String other) {
        return new MediaSegment(index, published, uri, duration, start, discontinuity, map, other, key, tags, parts);
    }

    public MediaSegment withKey(@Nullable String line) {
        return new MediaSegment(
                index, published, uri, duration, start, discontinuity, map, byteRange, line, tags, parts);
    }

    public MediaSegment withTags(List<String> lines) {
        return new MediaSegment(
                index, published, uri, duration, start, discontinuity, map, byteRange, key, lines, parts);
    }

    public MediaSegment withParts(List<Part> others) {
        return new MediaSegment(
                index, published, uri, duration, start, discontinuity, map, byteRange, key, tags, others);
    }

    public MediaSegment movedBy(long millis) {
        return start == null ? this : withStart(start + millis);
    }
}
