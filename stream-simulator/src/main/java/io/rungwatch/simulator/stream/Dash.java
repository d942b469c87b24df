package io.rungwatch.simulator.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the channel looks in DASH.
 *
 * @param periods a Period of its own for each ad break
 * @param directClock UTCTiming says the time itself too, so that no two answers are equal
 * @param steering all media under a second name too, and a server that says which to prefer
 * @param patches how long a patch can be had instead of the whole MPD; null offers none
 */
public record Dash(
        Addressing addressing,
        boolean periods,
        boolean directClock,
        boolean steering,
        @Nullable Duration patches) {
    public enum Addressing {
        /** `$Time$` in a SegmentTimeline. */
        TIME,
        /** `$Number$` in a SegmentTimeline. */
        NUMBER,
        /** `$Number$` and one duration: the MPD need not change. */
        DURATION
    }

    public static Dash by(Addressing addressing) {
        return new Dash(addressing, false, false, false, null);
    }

    public Dash withPeriods() {
        return new Dash(addressing, true, directClock, steering, patches);
    }

    public Dash withDirectClock() {
        return new Dash(addressing, periods, true, steering, patches);
    }

    public Dash withSteering() {
        return new Dash(addressing, periods, directClock, true, patches);
    }

    public Dash withPatches(Duration ttl) {
        return new Dash(addressing, periods, directClock, steering, ttl);
    }

    public boolean listsSegments() {
        return addressing != Addressing.DURATION;
    }
}
