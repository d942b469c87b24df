package io.rungwatch.checks.across;

import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where two renditions give one moment two discontinuity numbers: by time, for segment numbers of two renditions mean nothing together. */
record Numbering(String at, String mine, String theirs) {

    /** The first difference that lasts longer than this, a target duration inside both windows; null where there is none. */
    static @Nullable Numbering between(View self, View other, double tolerance) {
        MediaPlaylist a = self.step().orElseThrow().current();
        MediaPlaylist b = other.step().orElseThrow().current();
        long margin = Math.max(self.target(), other.target());
        long now = Math.max(begin(a), begin(b)) + margin;
        long to = Math.min(a.edge().orElse(0), b.edge().orElse(0)) - margin;
        long since = View.UNKNOWN;
        int i = 0;
        int k = 0;
        while (now < to) {
            i = at(a.segments(), i, now);
            k = at(b.segments(), k, now);
            Segment mine = a.segments().get(i);
            Segment theirs = b.segments().get(k);
            long next = Math.min(to, Math.min(next(a.segments(), i), next(b.segments(), k)));
            since = mine.dseq() == theirs.dseq() ? View.UNKNOWN : since == View.UNKNOWN ? now : since;
            if (since != View.UNKNOWN && next - since > tolerance) {
                return new Numbering(
                        Times.instant(since).toString(),
                        SequenceNumbers.text(mine.dseq()),
                        SequenceNumbers.text(theirs.dseq()));
            }
            now = Math.max(now + 1, next);
        }
        return null;
    }

    private static long begin(MediaPlaylist playlist) {
        return playlist.segments().getFirst().start();
    }

    /** The last from `from` on that has begun by then. */
    private static int at(List<Segment> segments, int from, long time) {
        int at = from;
        while (at + 1 < segments.size() && segments.get(at + 1).start() <= time) {
            at++;
        }
        return at;
    }

    private static long next(List<Segment> segments, int at) {
        return at + 1 < segments.size() ? segments.get(at + 1).start() : Long.MAX_VALUE;
    }
}
