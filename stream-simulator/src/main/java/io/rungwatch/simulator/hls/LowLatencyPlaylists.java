package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Directives.Skip;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Puts parts and all that goes with them on a plain media playlist. */
final class LowLatencyPlaylists {
    /** Oldest protocol in which rows can be left out. */
    private static final int VERSION = 9;

    private LowLatencyPlaylists() {}

    /** The row function makes the row of any segment. */
    static MediaPlaylist of(
            MediaPlaylist plain,
            Channel channel,
            Rendition rendition,
            LowLatency spec,
            long at,
            LongFunction<MediaSegment> row) {
        Parts parts = Parts.of(channel, rendition, spec);
        long newest = plain.segments().getLast().index();
        MediaSegment open = open(channel, parts, newest + 1, at, row);
        long target = channel.stream().segmentation().targetDuration() * 1000L;
        Edge edge = new Edge(
                parts.target(),
                3 * parts.target(),
                true,
                spec.deltas() ? Long.valueOf(6 * target) : null,
                spec.dateRanges(),
                open,
                reports(channel, rendition, spec, at),
                spec.dateRanges() ? removed(plain, channel, 6 * target) : List.of(),
                Skip.NO,
                0);
        long recent = channel.timeline().start(newest + 1) + (open == null ? 0 : duration(open)) - 3 * target;
        return withParts(plain, parts, recent)
                .withVersion(Math.max(plain.version(), VERSION))
                .withEdge(edge);
    }

    private static @Nullable MediaSegment open(
            Channel channel, Parts parts, long index, long at, LongFunction<MediaSegment> row) {
        if (index > channel.timeline().last()) {
            return null;
        }
        return row.apply(index).withParts(parts.rows(index, parts.out(index, at)));
    }

    private static long duration(MediaSegment open) {
        return open.parts().stream().mapToLong(MediaSegment.Part::duration).sum();
    }

    /** Parts are for those who are close to the edge. */
    private static MediaPlaylist withParts(MediaPlaylist plain, Parts parts, long recent) {
        Timeline timeline = parts.channel().timeline();
        List<MediaSegment> rows = new ArrayList<>(plain.segments().size());
        for (MediaSegment row : plain.segments()) {
            boolean shown = timeline.start(row.index() + 1) > recent;
            rows.add(shown ? row.withParts(parts.rows(row.index(), parts.count(row.index()))) : row);
        }
        return plain.withSegments(rows);
    }

    private static List<Edge.Report> reports(Channel channel, Rendition own, LowLatency spec, long at) {
        List<Edge.Report> reports = new ArrayList<>();
        for (Rendition other : channel.renditions()) {
            long newest = channel.timeline().newest(other, at);
            if (!other.equals(own) && newest >= 0) {
                Parts parts = Parts.of(channel, other, spec);
                int out = parts.out(newest + 1, at);
                reports.add(new Edge.Report(
                        other.stem() + ".m3u8",
                        out > 0 ? newest + 1 : newest,
                        (out > 0 ? out : parts.count(newest)) - 1));
            }
        }
        return reports;
    }

    /** Date ranges whose last row slid out within the time that a client may leave out. */
    private static List<String> removed(MediaPlaylist plain, Channel channel, long within) {
        long rows = within / channel.timeline().nominalDuration();
        List<String> gone = new ArrayList<>();
        for (long index = Math.max(0, plain.mediaSequence() - rows); index < plain.mediaSequence(); index++) {
            for (String tag : Cues.before(channel, index, false)) {
                String id = Cues.isDateRange(tag) ? Cues.id(tag) : "";
                if (!id.isEmpty() && !gone.contains(id) && !isTold(plain, id)) {
                    gone.add(id);
                }
            }
        }
        return gone;
    }

    private static boolean isTold(MediaPlaylist plain, String id) {
        return plain.segments().stream()
                .flatMap(row -> row.tags().stream())
                .anyMatch(tag -> Cues.isDateRange(tag) && Cues.id(tag).equals(id));
    }
}
