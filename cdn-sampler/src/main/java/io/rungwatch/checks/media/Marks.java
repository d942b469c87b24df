package io.rungwatch.checks.media;

import io.rungwatch.media.Boundary;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Pid;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Ticks;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;

/**
 * The encoder boundary points of the picture in a segment, of which a channel promises one in each. Those of fragments may stand
 * anywhere and are left out; sound may have its own or none.
 *
 * @param points those that begin a segment
 */
record Marks(Pid pid, List<Boundary> points) {
    /** Nothing where none were promised, and of what cannot be looked into or is damaged. */
    static Optional<Marks> of(Portion portion, ChannelProfile profile) {
        return profile.expect().ebp() ? of(portion) : Optional.empty();
    }

    static Optional<Marks> of(Portion portion) {
        return Opened.wholeTs(portion)
                .flatMap(ts -> ts.first(Sort.VIDEO)
                        .filter(pid -> pid.continuity().errors() == 0)
                        .map(pid -> new Marks(pid, points(ts, pid))));
    }

    private static List<Boundary> points(TransportStream ts, Pid pid) {
        return ts.boundaries().stream()
                .filter(point -> point.pid() == pid.number() && point.segment())
                .toList();
    }

    Optional<Pes.Timing> timing() {
        return pid.pes().flatMap(Pes::timing);
    }

    /** Seconds from the first picture to a boundary point; nothing where either has no time. */
    Optional<Double> into(Boundary point) {
        return timing().filter(all -> point.pts().isPresent())
                .map(all -> apart(point.pts().getAsLong(), all.first()));
    }

    static double apart(long pts, long other) {
        return (double) Ticks.difference(pts, other, Ticks.PTS_BITS) / Ticks.PTS_PER_SECOND;
    }
}
