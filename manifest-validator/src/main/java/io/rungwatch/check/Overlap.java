package io.rungwatch.check;

import static io.rungwatch.hls.SequenceNumbers.compare;
import static io.rungwatch.hls.SequenceNumbers.distance;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import java.util.List;

/** The segments that two playlists list under the same numbers, and how many of them are the same. */
public record Overlap(List<Segment> before, List<Segment> now, int same) {

    public static Overlap of(MediaPlaylist before, MediaPlaylist now) {
        long from = compare(before.firstListedNumber(), now.firstListedNumber()) > 0
                ? before.firstListedNumber()
                : now.firstListedNumber();
        long to = compare(before.endNumber(), now.endNumber()) < 0 ? before.endNumber() : now.endNumber();
        if (compare(from, to) >= 0) {
            return new Overlap(List.of(), List.of(), 0);
        }
        List<Segment> old = between(before, from, to);
        List<Segment> current = between(now, from, to);
        return new Overlap(old, current, Identity.count(old, current));
    }

    /** Whether this number stands for the same segment in both; of a window that moved to another prefix, all do. */
    public boolean same(int at) {
        return same == size() || same > 0 && Identity.same(before.get(at), now.get(at));
    }

    /** Position of the first number that stands for another segment than before. */
    public int firstDifferent() {
        for (int i = 0; i < now.size(); i++) {
            if (!Identity.same(before.get(i), now.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** By how many places all segments moved against their numbers, 0 when that is not what happened. */
    public int shift() {
        for (int by = 1; by < Math.min(now.size(), 10); by++) {
            boolean all = true;
            for (int i = 0; i + by < now.size() && all; i++) {
                all = Identity.same(before.get(i + by), now.get(i));
            }
            if (all) {
                return by;
            }
        }
        return 0;
    }

    public int size() {
        return now.size();
    }

    private static List<Segment> between(MediaPlaylist playlist, long from, long to) {
        int first = (int) distance(playlist.firstListedNumber(), from);
        int last = (int) distance(playlist.firstListedNumber(), to);
        return playlist.segments().subList(first, last);
    }
}
