package io.rungwatch.watch;

import static io.rungwatch.hls.SequenceNumbers.compare;

import io.rungwatch.check.Overlap;
import io.rungwatch.check.Relation;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;

/** How one playlist stands to another: by the segments that both list and when they begin, never by numbers alone. */
final class Kinship {
    /** Wall-clock times that touch: players bridge a second, packagers round. */
    private static final long TOUCHING = 1_000_000_000L;

    private Kinship() {}

    static Relation of(MediaPlaylist playlist, MediaPlaylist last) {
        Overlap overlap = Overlap.of(last, playlist);
        if (overlap.size() > 0) {
            return ofOverlapping(playlist, last, overlap);
        }
        if (compare(playlist.firstNumber(), last.endNumber()) < 0) {
            return Relation.BEHIND;
        }
        return follows(playlist, last) ? Relation.CONTINUES : Relation.AHEAD;
    }

    private static Relation ofOverlapping(MediaPlaylist playlist, MediaPlaylist last, Overlap overlap) {
        if (overlap.same() == 0 || overlap.otherwiseDated()) {
            return Relation.CONFLICTS;
        }
        boolean shorter = compare(playlist.endNumber(), last.endNumber()) < 0;
        return shorter && overlap.same() == overlap.size() ? Relation.OLDER : Relation.CONTINUES;
    }

    /** The window moved on by exactly its length: the numbers touch, and so do the times where there are any. */
    private static boolean follows(MediaPlaylist playlist, MediaPlaylist last) {
        if (playlist.firstNumber() != last.endNumber()) {
            return false;
        }
        Segment first = playlist.segments().getFirst();
        return !first.dating().known()
                || last.edge().isEmpty()
                || Math.abs(first.start() - last.edge().getAsLong()) <= TOUCHING;
    }
}
