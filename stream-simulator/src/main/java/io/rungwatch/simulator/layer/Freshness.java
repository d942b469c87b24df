package io.rungwatch.simulator.layer;

import io.rungwatch.simulator.stream.Address;
import java.time.Duration;

/** How long a copy may be kept, by class of object. */
public record Freshness(Duration master, Duration media, Duration segment) {
    /** A playlist for half a segment, as Apple advises; media for an hour: it never changes under its name. */
    public static Freshness forSegments(Duration duration) {
        Duration half = duration.dividedBy(2);
        return new Freshness(half, half, Duration.ofHours(1));
    }

    long of(Address address) {
        if (address instanceof Address.Clock) {
            return 0;
        }
        Duration kept = address instanceof Address.Master ? master : address.isManifest() ? media : segment;
        return kept.toMillis();
    }
}
