package io.rungwatch.checks.across;

import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds the same content in two renditions by something else than its dates: a pattern of durations under the same numbers that fits
 * nowhere else, or several discontinuities of the same numbers. Equal segments prove nothing: one more or less looks the same.
 */
final class SameContent {
    private static final long EQUAL = 20_000_000L;
    private static final long STEADY = 200_000_000L;
    private static final int FEWEST = 4;

    private SameContent() {}

    /** By how many nanoseconds the first one's dates are later than the other's for the same content, the median; empty if nobody can say. */
    static OptionalLong dates(View a, View b) {
        MediaPlaylist mine = a.step().orElseThrow().current();
        MediaPlaylist theirs = b.step().orElseThrow().current();
        long[] byNumber = offsets(mine, theirs, 0);
        if (byNumber.length >= FEWEST && fitsOnlyThere(mine, theirs)) {
            return median(byNumber);
        }
        return median(byDiscontinuity(mine.segments(), theirs.segments()));
    }

    /** Of all segments that have a number in common when one playlist is moved by so many; none unless all last equally long. */
    private static long[] offsets(MediaPlaylist a, MediaPlaylist b, int moved) {
        long[] offsets = new long[a.segments().size()];
        int count = 0;
        for (Segment mine : a.segments()) {
            Segment theirs = b.segment(mine.number() + moved);
            if (theirs == null) {
                continue;
            }
            boolean alike = Math.abs(mine.duration() - theirs.duration()) <= EQUAL
                    && mine.dating().known()
                    && theirs.dating().known();
            if (!alike) {
                return new long[0];
            }
            offsets[count++] = mine.start() - theirs.start();
        }
        return Arrays.copyOf(offsets, count);
    }

    private static boolean fitsOnlyThere(MediaPlaylist a, MediaPlaylist b) {
        int most = a.segments().size() - FEWEST;
        for (int moved = 1; moved <= most; moved++) {
            if (offsets(a, b, moved).length >= FEWEST || offsets(a, b, -moved).length >= FEWEST) {
                return false;
            }
        }
        return true;
    }

    /** Two at least, all apart by the same: one alone may just be in the wrong place. */
    private static long[] byDiscontinuity(List<Segment> a, List<Segment> b) {
        long[] offsets = new long[a.size()];
        int count = 0;
        for (int i = 1; i < a.size(); i++) {
            for (int k = 1; k < b.size() && a.get(i).discontinuity(); k++) {
                Segment mine = a.get(i);
                Segment theirs = b.get(k);
                if (theirs.discontinuity()
                        && theirs.dseq() == mine.dseq()
                        && mine.dating().known()
                        && theirs.dating().known()) {
                    offsets[count++] = mine.start() - theirs.start();
                    break;
                }
            }
        }
        long[] sorted = Arrays.copyOf(offsets, count);
        Arrays.sort(sorted);
        return count > 1 && sorted[count - 1] - sorted[0] <= STEADY ? sorted : new long[0];
    }

    private static OptionalLong median(long[] offsets) {
        Arrays.sort(offsets);
        return offsets.length == 0 ? OptionalLong.empty() : OptionalLong.of(offsets[offsets.length / 2]);
    }
}
