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

    /** A row's duration changes when it is `after` places old. */
    static MediaPlaylist rewritten(Occasion occasion, MediaPlaylist playlist) {
        Rendition rendition = occasion.rendition();
        long after = occasion.fault().count("after");
        long by = occasion.fault().millis("by");
        if (rendition == null) {
            return playlist;
        }
        return playlist.each(row -> {
            long change = occasion.channel().timeline().published(rendition, row.index() + after);
            boolean due = change <= occasion.at() && occasion.during(change);
            return due ? row.withDuration(Math.max(1, row.duration() - by)) : row;
        });
    }

    static MediaPlaylist otherContent(Occasion occasion, MediaPlaylist playlist) {
        return playlist.each(row -> row.withUri(otherName(row.uri())));
    }

    static MediaPlaylist noDates(Occasion occasion, MediaPlaylist playlist) {
        return playlist.each(row -> row.withStart(null));
    }

    static MediaPlaylist gaps(Occasion occasion, MediaPlaylist playlist) {
        MediaPlaylist marked =
                born(occasion, playlist, row -> isNth(occasion, row) ? Markers.with(row, "#EXT-X-GAP") : row);
        return marked.equals(playlist) ? playlist : marked.withVersion(Math.max(8, playlist.version()));
    }

    static MediaPlaylist initChanged(Occasion occasion, MediaPlaylist playlist) {
        return born(
                occasion,
                playlist,
                row -> row.map() == null
                        ? row
                        : row.withMap(
                                row.map().replace(".mp4", "-" + occasion.fault().id() + ".mp4")));
    }

    /** Begins within the range before it. */
    static MediaPlaylist overlappingRange(Occasion occasion, MediaPlaylist playlist) {
        return born(occasion, playlist, row -> {
            String range = row.byteRange();
            int at = range == null ? -1 : range.indexOf('@');
            if (at < 0 || range == null) {
                return row;
            }
            long length = Long.parseLong(range.substring(0, at));
            long from = Long.parseLong(range.substring(at + 1));
            return from < 188 ? row : row.withByteRange(length + 188 + "@" + (from - 188));
        });
    }

    /** One that no other rendition has; what slid out is counted. */
    static MediaPlaylist discontinuity(Occasion occasion, MediaPlaylist playlist) {
        long nth = nth(occasion);
        long first = occasion.newestAt(occasion.fault().from().toEpochMilli()) + 1;
        long ended = occasion.fault().ended(occasion.at());
        long after = ended == Fault.NEVER ? Long.MAX_VALUE : occasion.newestAt(ended) + 1;
        long head = Math.clamp(playlist.mediaSequence(), first, Math.max(first, after));
        long gone = Math.floorDiv(head - 1, nth) - Math.floorDiv(first - 1, nth);
        MediaPlaylist marked =
                born(occasion, playlist, row -> isNth(occasion, row) ? row.withDiscontinuity(true) : row);
        Long sequence = playlist.discontinuitySequence();
        return gone == 0 ? marked : marked.withDiscontinuitySequence(gone + (sequence == null ? 0 : sequence));
    }

    private static boolean isNth(Occasion occasion, MediaSegment row) {
        return row.index() % nth(occasion) == 0;
    }

    private static long nth(Occasion occasion) {
        return Math.max(1, occasion.fault().count("nth"));
    }

    private static String otherName(String uri) {
        int dot = uri.lastIndexOf('.');
        return uri.substring(0, dot) + "-b" + uri.substring(dot);
    }

    static MediaPlaylist born(Occasion occasion, MediaPlaylist playlist, UnaryOperator<MediaSegment> change) {
        return playlist.each(row -> occasion.during(row.published()) ? change.apply(row) : row);
    }
}
