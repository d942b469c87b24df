package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.stream.Noise;

/** Faults that show the right content of another instant. */
final class TimeFaults {
    private TimeFaults() {}

    static long frozen(Occasion occasion, long at) {
        return Math.min(at, occasion.since());
    }

    static MediaPlaylist ended(Occasion occasion, MediaPlaylist playlist) {
        return playlist.withEnd(true);
    }

    /** Stands still until it is as late as it should be, then goes on: nothing ever goes back. */
    static long late(Occasion occasion, long at) {
        long lag = occasion.fault().millis("by");
        return Math.min(at, Math.max(occasion.since(), at - lag));
    }

    static long outOfSync(Occasion occasion, long at) {
        long lag = occasion.fault().count("segments") * occasion.segmentDuration();
        return Math.min(at, Math.max(occasion.since(), at - lag));
    }

    /** One copy after another, each for as long as the cache was told it may be kept. */
    static long overcached(Occasion occasion, long at) {
        long since = occasion.since();
        return Math.min(
                at,
                since
                        + (occasion.at() - since)
                                / occasion.fault().millis("by")
                                * occasion.fault().millis("by"));
    }

    /** The encoder is slower than the clock. */
    static long shortage(Occasion occasion, long at) {
        double share = Math.clamp(occasion.fault().share("share"), 0, 1);
        long since = occasion.since();
        return at <= since ? at : since + (long) ((at - since) * share);
    }

    static long olderCopy(Occasion occasion, long at) {
        Fault fault = occasion.fault();
        boolean older = Noise.share(Noise.seed(fault.id()), at / fault.millis("slot")) < fault.share("share");
        return older ? at - fault.millis("by") : at;
    }

    static long twinBehind(Occasion occasion, long at) {
        long late = occasion.fault().count("behind") * occasion.segmentDuration()
                + occasion.fault().millis("skew");
        return secondTwin(occasion) ? at - late : at;
    }

    /** A twin that is only late has the same numbers; one that began later to count has them at later instants. */
    static MediaPlaylist twinNumbers(Occasion occasion, MediaPlaylist playlist) {
        Fault fault = occasion.fault();
        if (!secondTwin(occasion)) {
            return playlist;
        }
        long skew = fault.millis("skew");
        boolean same = fault.count("behind") > 0 || skew > 0;
        return same ? playlist.each(row -> row.movedBy(skew)) : MediaFaults.renumber(playlist, fault.count("offset"));
    }

    /** Which of two answers is the balancer's choice for a slot of time, and chance rather than turn by turn. */
    private static boolean secondTwin(Occasion occasion) {
        Fault fault = occasion.fault();
        return Noise.share(Noise.seed(fault.id()), occasion.at() / fault.millis("slot")) < 0.5;
    }
}
