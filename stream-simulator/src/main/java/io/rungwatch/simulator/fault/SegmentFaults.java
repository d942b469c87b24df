package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.hls.MediaSegment;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Timeline;
import java.util.function.UnaryOperator;

/** Faults that segments are born with and keep until they leave the window. */
final class SegmentFaults {
    private SegmentFaults() {}

    /** Each `nth` segment takes its surplus from the one after it, so the sum and the dates stay true. */
    static MediaPlaylist overlong(Occasion occasion, MediaPlaylist playlist) {
        return playlist.each(row -> {
            long own = surplus(occasion, row.index(), row.published());
            long before = surplus(occasion, row.index() - 1, bornBefore(occasion, row));
            return row.withDuration(row.duration() + own - before).movedBy(before);
        });
    }

    private static long surplus(Occasion occasion, long index, long born) {
        if (index % Math.max(2, occasion.fault().count("nth")) != 0 || !occasion.during(born)) {
            return 0;
        }
        long wanted = occasion.targetDuration() * 1000L + occasion.fault().millis("by");
        Timeline timeline = occasion.channel().timeline();
        return Math.clamp(wanted - timeline.durationOf(index), 0, timeline.durationOf(index + 1) - 100);
    }

    private static long bornBefore(Occasion occasion, MediaSegment row) {
        Rendition rendition = occasion.rendition();
        Timeline timeline = occasion.channel().timeline();
        return rendition == null || row.index() == 0 ? Fault.NEVER + 1 : timeline.published(rendition, row.index() - 1);
    }

    static MediaPlaylist shorter(Occasion occasion, MediaPlaylist playlist) {
        Fault fault = occasion.fault();
        long nominal = occasion.segmentDuration();
        long by = fault.settings().containsKey("by") ? fault.millis("by") : Math.max(500, nominal * 15 / 100) + 50;
        return born(occasion, playlist, row -> row.withDuration(Math.max(1, row.duration() - by)));
    }

    static MediaPlaylist dateJump(Occasion occasion, MediaPlaylist playlist) {
        long by = occasion.fault().millis("by");
        long signed = occasion.fault().word("direction").equals("back") ? -by : by;
        return born(occasion, playlist, row -> row.movedBy(signed));
    }

    static MediaPlaylist dateDrift(Occasion occasion, MediaPlaylist playlist) {
        double share = occasion.fault().millis("per_hour") / 3_600_000.0;
        return born(
                occasion,
                playlist,
                row -> row.movedBy(
                        Math.round((row.published() - occasion.fault().since(row.published())) * share)));
    }

    /** A row changes its name when it is `after` places old, if that happens during the fault. */
    static MediaPlaylist swapped(Occasion occasion, MediaPlaylist playlist) {
        Rendition rendition = occasion.rendition();
        Timeline timeline = occasion.channel().timeline();
        long after = occasion.fault().count("after");
        if (rendition == null) {
            return playlist;
        }
        return playlist.each(row -> {
            long swap = timeline.published(rendition, row.index() + after);
            return swap <= occasion.at() && occasion.during(swap) ? row.withUri(otherName(row.uri())) : row;
        });
    }

    private static String otherName(String uri) {
        int dot = uri.lastIndexOf('.');
        return uri.substring(0, dot) + "-b" + uri.substring(dot);
    }

    private static MediaPlaylist born(Occasion occasion, MediaPlaylist playlist, UnaryOperator<MediaSegment> change) {
        return playlist.each(row -> occasion.during(row.published()) ? change.apply(row) : row);
    }
}
