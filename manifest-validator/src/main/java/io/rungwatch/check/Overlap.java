package io.rungwatch.check;

import static io.rungwatch.hls.SequenceNumbers.compare;
import static io.rungwatch.hls.SequenceNumbers.distance;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import java.util.List;

/**
 * The segments that two playlists list under the same numbers, and how many of them are the same.
 *
 * @param slid how many rows lie between where the one and where the other begins
 */
public record Overlap(List<Segment> before, List<Segment> now, int same, long slid) {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    /** One frame at 50 fps. */
    private static final long FRAME = 20 * MILLI;

    public static Overlap of(MediaPlaylist before, MediaPlaylist now) {
        long from = compare(before.firstListedNumber(), now.firstListedNumber()) > 0
                ? before.firstListedNumber()
                : now.firstListedNumber();
        long to = compare(before.endNumber(), now.endNumber()) < 0 ? before.endNumber() : now.endNumber();
        if (compare(from, to) >= 0) {
            return new Overlap(List.of(), List.of(), 0, 0);
        }
        List<Segment> old = between(before, from, to);
        List<Segment> current = between(now, from, to);
        long slid = Math.abs(distance(before.firstListedNumber(), now.firstListedNumber()));
        return new Overlap(old, current, Identity.count(old, current), slid);
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

    /**
     * By how much later the second playlist dates all that both list, as somebody with another clock does. 0 where it
     * moves but a part, and where it may come from how durations are rounded.
     */
    public long later() {
        if (size() == 0) {
            return 0;
        }
        int at = firstDated();
        long by = later(Math.max(0, at));
        boolean all = Math.abs(later(0) - by) <= FRAME + rounding() && Math.abs(later(size() - 1) - by) <= FRAME;
        return all && (at >= 0 || Math.abs(by) > rounding()) ? by : 0;
    }

    /** Whether it begins the same segments at other instants, by a second or more: no player bridges that. */
    public boolean otherwiseDated() {
        return size() > 0 && same == size() && Math.abs(later()) >= SECOND;
    }

    private int firstDated() {
        for (int i = 0; i < size(); i++) {
            if (before.get(i).dating().written() && now.get(i).dating().written()) {
                return i;
            }
        }
        return -1;
    }

    /** 0 where one of them says nothing. */
    private long later(int at) {
        boolean known = before.get(at).dating().known() && now.get(at).dating().known();
        return known ? now.get(at).start() - before.get(at).start() : 0;
    }

    /** What the durations of the rows may be off by that only one of them lists before these. */
    private long rounding() {
        return slid * (now.getFirst().duration() % SECOND == 0 ? SECOND / 2 : MILLI);
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
