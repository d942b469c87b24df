package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.hls.Edge;
import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.hls.MediaSegment;
import io.rungwatch.simulator.hls.MediaSegment.Part;
import io.rungwatch.simulator.stream.Directives;
import java.util.List;
import java.util.function.UnaryOperator;

/** Faults of low latency; where latency is not low they do nothing. */
final class PartFaults {
    private PartFaults() {}

    /** Segments come as before, but whole. */
    static MediaPlaylist stopped(Occasion occasion, MediaPlaylist playlist) {
        return playlist.each(row -> row.published() > occasion.since() ? row.withParts(List.of()) : row);
    }

    static MediaPlaylist none(Occasion occasion, MediaPlaylist playlist) {
        return playlist.withEdge(null);
    }

    /** The second part of each segment is of another length, and its neighbour makes up for it. */
    static MediaPlaylist length(Occasion occasion, MediaPlaylist playlist) {
        boolean longer = occasion.fault().word("what").equals("long");
        return SegmentFaults.born(occasion, playlist, row -> row.parts().size() < 3 ? row : uneven(row, longer));
    }

    private static MediaSegment uneven(MediaSegment row, boolean longer) {
        long second = row.parts().get(1).duration();
        long change = longer ? second / 5 : -second / 2;
        return row.withParts(row.parts().stream()
                .map(part -> part.number() == 1 || part.number() == 2
                        ? new Part(
                                part.number(),
                                part.duration() + (part.number() == 1 ? change : -change),
                                part.independent())
                        : part)
                .toList());
    }

    static MediaPlaylist holdBack(Occasion occasion, MediaPlaylist playlist) {
        return edge(
                playlist,
                edge -> edge.withHoldBack(
                        Math.round(edge.partTarget() * occasion.fault().share("factor"))));
    }

    static MediaPlaylist reports(Occasion occasion, MediaPlaylist playlist) {
        long by = occasion.fault().count("segments");
        return edge(
                playlist,
                edge -> edge.withReports(
                        edge.reports().stream().map(report -> report.behind(by)).toList()));
    }

    static MediaPlaylist lossy(Occasion occasion, MediaPlaylist playlist) {
        int rows = Math.clamp(occasion.fault().count("segments"), 0, 100);
        return edge(playlist, edge -> edge.losing(rows));
    }

    private static MediaPlaylist edge(MediaPlaylist playlist, UnaryOperator<Edge> change) {
        return playlist.edge() == null ? playlist : playlist.withEdge(change.apply(playlist.edge()));
    }

    static Directives atOnce(Occasion occasion, Directives asked) {
        return asked.withoutWaiting();
    }

    static Directives ignored(Occasion occasion, Directives asked) {
        return Directives.NONE;
    }

    static Directives skipUnasked(Occasion occasion, Directives asked) {
        return asked.withSkip(Directives.Skip.SEGMENTS);
    }
}
