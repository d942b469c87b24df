package io.rungwatch.blame;

import io.rungwatch.cache.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * What one place showed in one round. `gateway`: by its own word it could not get a good answer from upstream (502, 504, Proxy-Status, a
 * failed refresh). `asks` is the name of the place that it gets its answers from, where headers or the configuration say so. `reason` is
 * for people, and worded alike for faults that are alike.
 */
public record Seen(
        Place place,
        State state,
        Verdict verdict,
        boolean gateway,
        Optional<String> asks,
        Duration firstByte,
        String reason) {

    boolean is(State other) {
        return state == other;
    }

    /** The same, where something was found. */
    public Seen bad(String why) {
        return new Seen(place, State.BAD, verdict, gateway, asks, firstByte, why);
    }

    Seen notJudged() {
        return new Seen(place, State.UNKNOWN, verdict, gateway, asks, firstByte, reason);
    }

    /** Says how it came by what it has, which a later answer out of the store no longer does. */
    boolean telling() {
        return gateway || verdict.wentUpstream();
    }
}
