package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Directives;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A media playlist before it is text: what faults of content change.
 *
 * @param targetDuration null leaves the tag out
 * @param discontinuitySequence null leaves the tag out
 * @param head lines of the header beside those that have a place of their own
 * @param edge null where latency is not low
 */
public record MediaPlaylist(
        int version,
        @Nullable Integer targetDuration,
        long mediaSequence,
        @Nullable Long discontinuitySequence,
        @Nullable String type,
        List<String> head,
        List<MediaSegment> segments,
        boolean ended,
        @Nullable Edge edge) {
    public MediaPlaylist withVersion(int number) {
        return new MediaPlaylist(
                number, targetDuration, mediaSequence, discontinuitySequence, type, head, segments, ended, edge);
    }

    public MediaPlaylist withTargetDuration(@Nullable Integer seconds) {
        return new MediaPlaylist(
                version, seconds, mediaSequence, discontinuitySequence, type, head, segments, ended, edge);
    }

    public MediaPlaylist withMediaSequence(long number) {
        return new MediaPlaylist(
                version, targetDuration, number, discontinuitySequence, type, head, segments, ended, edge);
    }

    public MediaPlaylist withDiscontinuitySequence(@Nullable Long number) {
        return new MediaPlaylist(version, targetDuration, mediaSequence, number, type, head, segments, ended, edge);
    }

    public MediaPlaylist withHead(List<String> lines) {
        return new MediaPlaylist(
                version, targetDuration, mediaSequence, discontinuitySequence, type, lines, segments, ended, edge);
    }

    public MediaPlaylist withSegments(List<MediaSegment> others) {
        return new MediaPlaylist(
                version, targetDuration, mediaSequence, discontinuitySequence, type, head, others, ended, edge);
    }

    /** What has ended has no edge. */
    public MediaPlaylist withEnd(boolean end) {
        return new MediaPlaylist(
                version,
                targetDuration,
                mediaSequence,
                discontinuitySequence,
                type,
                head,
                segments,
                end,
                end ? null : edge);
    }

    public MediaPlaylist withEdge(@Nullable Edge other) {
        return new MediaPlaylist(
                version, targetDuration, mediaSequence, discontinuitySequence, type, head, segments, ended, other);
    }

    public MediaPlaylist each(UnaryOperator<MediaSegment> change) {
        MediaPlaylist changed = withSegments(segments.stream().map(change).toList());
        return edge == null ? changed : changed.withEdge(edge.each(change));
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

    /** The number of the newest segment that is whole. */
    public long last() {
        return mediaSequence + segments.size() - 1;
    }

    /** Would a client that waits for this have it? A part that a segment does not have is the first of the next. */
    public boolean has(Directives wanted) {
        if (ended || edge == null || !wanted.waits() || wanted.msn() < last()) {
            return true;
        }
        if (wanted.msn() == last()) {
            boolean beyond = !segments.isEmpty()
                    && wanted.part() >= segments.getLast().parts().size();
            return !beyond || edge.parts() > 0;
        }
        return wanted.part() >= 0 && wanted.msn() == last() + 1 && wanted.part() < edge.parts();
    }

    /** In answer to a client that has the older rows; without an edge there is nothing to leave out. */
    MediaPlaylist skipping(Directives.Skip skip) {
        if (edge == null || edge.skipUntil() == null || skip == Directives.Skip.NO) {
            return this;
        }
        boolean all = skip == Directives.Skip.ALL && edge.skipsDateRanges();
        return withEdge(edge.skipping(all ? Directives.Skip.ALL : Directives.Skip.SEGMENTS));
    }

    String text(Channel channel) {
        return new MediaText(this, channel).write();
    }
}
