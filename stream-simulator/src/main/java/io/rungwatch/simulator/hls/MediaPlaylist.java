package io.rungwatch.simulator.hls;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A media playlist before it is text: what faults of content change.
 *
 * @param targetDuration null leaves the tag out
 * @param discontinuitySequence null leaves the tag out
 */
public record MediaPlaylist(
        int version,
        @Nullable Integer targetDuration,
        long mediaSequence,
        @Nullable Long discontinuitySequence,
        @Nullable String type,
        List<MediaSegment> segments,
        boolean ended) {
    public MediaPlaylist withTargetDuration(@Nullable Integer seconds) {
        return new MediaPlaylist(version, seconds, mediaSequence, discontinuitySequence, type, segments, ended);
    }

    public MediaPlaylist withMediaSequence(long number) {
        return new MediaPlaylist(version, targetDuration, number, discontinuitySequence, type, segments, ended);
    }

    public MediaPlaylist withDiscontinuitySequence(@Nullable Long number) {
        return new MediaPlaylist(version, targetDuration, mediaSequence, number, type, segments, ended);
    }

    public MediaPlaylist withSegments(List<MediaSegment> others) {
        return new MediaPlaylist(version, targetDuration, mediaSequence, discontinuitySequence, type, others, ended);
    }

    public MediaPlaylist withEnd() {
        return new MediaPlaylist(version, targetDuration, mediaSequence, discontinuitySequence, type, segments, true);
    }

    public MediaPlaylist each(UnaryOperator<MediaSegment> change) {
        return withSegments(segments.stream().map(change).toList());
    }

    /** Lets the oldest rows go and counts them, as sliding does. */
    public MediaPlaylist withoutFirst(int count) {
        long gone = segments.subList(0, count).stream()
                .filter(MediaSegment::discontinuity)
                .count();
        Long sequence = discontinuitySequence == null && gone == 0
                ? null
                : Long.valueOf(gone + (discontinuitySequence == null ? 0 : discontinuitySequence));
        return withMediaSequence(mediaSequence + count)
                .withDiscontinuitySequence(sequence)
                .withSegments(segments.subList(count, segments.size()));
    }

    String text() {
        StringBuilder out = new StringBuilder(256 + segments.size() * 100);
        out.append("#EXTM3U\n#EXT-X-VERSION:").append(version).append('\n');
        if (targetDuration != null) {
            out.append("#EXT-X-TARGETDURATION:").append(targetDuration).append('\n');
        }
        out.append("#EXT-X-MEDIA-SEQUENCE:").append(mediaSequence).append('\n');
        if (discontinuitySequence != null) {
            out.append("#EXT-X-DISCONTINUITY-SEQUENCE:")
                    .append(discontinuitySequence)
                    .append('\n');
        }
        if (type != null) {
            out.append("#EXT-X-PLAYLIST-TYPE:").append(type).append('\n');
        }
        String map = null;
        for (MediaSegment segment : segments) {
            map = append(out, segment, map);
        }
        return ended ? out.append("#EXT-X-ENDLIST\n").toString() : out.toString();
    }

    private static @Nullable String append(StringBuilder out, MediaSegment segment, @Nullable String map) {
        if (segment.discontinuity()) {
            out.append("#EXT-X-DISCONTINUITY\n");
        }
        if (segment.map() != null && !segment.map().equals(map)) {
            out.append("#EXT-X-MAP:URI=\"").append(segment.map()).append("\"\n");
        }
        for (String tag : segment.tags()) {
            out.append(tag).append('\n');
        }
        if (segment.start() != null) {
            out.append("#EXT-X-PROGRAM-DATE-TIME:");
            UtcDate.append(out, segment.start());
            out.append('\n');
        }
        out.append("#EXTINF:");
        UtcDate.appendSeconds(out, segment.duration());
        out.append(",\n");
        if (segment.byteRange() != null) {
            out.append("#EXT-X-BYTERANGE:").append(segment.byteRange()).append('\n');
        }
        out.append(segment.uri()).append('\n');
        return segment.map();
    }
}
