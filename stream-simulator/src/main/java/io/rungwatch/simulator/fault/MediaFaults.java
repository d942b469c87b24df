package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.hls.MediaSegment;
import io.rungwatch.simulator.stream.Timeline;
import java.util.List;

/** Faults of a media playlist's content, over the whole of it. */
final class MediaFaults {
    private MediaFaults() {}

    static MediaPlaylist empty(Occasion occasion, MediaPlaylist playlist) {
        return playlist.withMediaSequence(
                        playlist.mediaSequence() + playlist.segments().size())
                .withSegments(List.of());
    }

    /** The newest rows are taken back. */
    static MediaPlaylist shrunk(Occasion occasion, MediaPlaylist playlist) {
        int rows = playlist.segments().size();
        int keep = Math.clamp(rows - occasion.fault().count("segments"), 0, rows);
        return playlist.withSegments(playlist.segments().subList(0, keep)).withEdge(null);
    }

    static MediaPlaylist version(Occasion occasion, MediaPlaylist playlist) {
        return playlist.withVersion(Math.clamp(occasion.fault().count("value"), 1, 99));
    }

    static MediaPlaylist noEnd(Occasion occasion, MediaPlaylist playlist) {
        return playlist.withEnd(false);
    }

    /** The window slides, its number does not. */
    static MediaPlaylist stuckSequence(Occasion occasion, MediaPlaylist playlist) {
        boolean stuck = occasion.fault().word("how").equals("stuck") && occasion.rendition() != null;
        return stuck ? playlist.withMediaSequence(occasion.oldestAt(occasion.since())) : playlist;
    }

    static MediaPlaylist noTargetDuration(Occasion occasion, MediaPlaylist playlist) {
        return playlist.withTargetDuration(null);
    }

    static MediaPlaylist targetDuration(Occasion occasion, MediaPlaylist playlist) {
        long value = occasion.targetDuration() + occasion.fault().count("by");
        return playlist.withTargetDuration(Math.toIntExact(Math.clamp(value, 1, Integer.MAX_VALUE)));
    }

    /** After the fault the window grows back row by row: nothing that had gone returns. */
    static MediaPlaylist shortened(Occasion occasion, MediaPlaylist playlist) {
        long keep = occasion.fault().count("segments");
        long rows = playlist.segments().size();
        if (occasion.since() != Fault.NEVER) {
            return playlist.withoutFirst((int) Math.clamp(rows - keep, 0, rows));
        }
        long ended = occasion.fault().ended(occasion.at());
        long gone = playlist.segments().stream()
                .filter(row -> row.published() < ended)
                .count();
        return ended == Fault.NEVER ? playlist : playlist.withoutFirst((int) Math.clamp(gone - keep, 0, gone));
    }

    static MediaPlaylist gap(Occasion occasion, MediaPlaylist playlist) {
        long by = occasion.fault().count("by");
        MediaPlaylist ahead = renumber(playlist, by);
        boolean withTime = occasion.fault().word("time").equals("media");
        return withTime ? ahead.each(row -> row.movedBy(by * occasion.segmentDuration())) : ahead;
    }

    static MediaPlaylist regression(Occasion occasion, MediaPlaylist playlist) {
        Timeline timeline = occasion.channel().timeline();
        if (occasion.rendition() == null) {
            return playlist;
        }
        long first = timeline.oldest(timeline.newest(occasion.rendition(), occasion.since()));
        return renumber(playlist, occasion.fault().count("to") - first);
    }

    /** Numbers and the names that carry them; files of byte ranges keep theirs. */
    static MediaPlaylist renumber(MediaPlaylist playlist, long by) {
        return playlist.withMediaSequence(playlist.mediaSequence() + by)
                .each(row -> row.byteRange() != null ? row : row.withUri(renamed(row, by)));
    }

    private static String renamed(MediaSegment row, long by) {
        String uri = row.uri();
        int from = uri.lastIndexOf('/') + 1;
        int to = from;
        while (Character.isDigit(uri.charAt(to))) {
            to++;
        }
        return uri.substring(0, from) + (Long.parseLong(uri, from, to, 10) + by) + uri.substring(to);
    }

    static MediaPlaylist discontinuitySequence(Occasion occasion, MediaPlaylist playlist) {
        Long value = playlist.discontinuitySequence();
        long right = value == null ? 0 : value;
        return switch (occasion.fault().word("mode")) {
            case "missing" -> playlist.withDiscontinuitySequence(null);
            case "offset" -> playlist.withDiscontinuitySequence(right + 1);
            case "uncounted" -> playlist.withDiscontinuitySequence(atStart(occasion, right));
            default -> playlist.withDiscontinuitySequence(right + playlist.mediaSequence() % 2);
        };
    }

    private static long atStart(Occasion occasion, long right) {
        Timeline timeline = occasion.channel().timeline();
        if (occasion.rendition() == null) {
            return right;
        }
        long first = timeline.oldest(timeline.newest(occasion.rendition(), occasion.since()));
        return timeline.breaks().before(first);
    }
}
