package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.http.Body;

/** Faults of bytes, whatever they mean. */
final class ByteFaults {
    private ByteFaults() {}

    static Body truncated(Occasion occasion, Body body) {
        double share = Math.clamp(occasion.fault().share("share"), 0, 1);
        return body.slice(0, (long) (body.length() * share));
    }
}
