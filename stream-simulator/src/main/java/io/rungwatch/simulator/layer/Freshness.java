package io.rungwatch.simulator.layer;

import io.rungwatch.simulator.hls.Address;
import java.time.Duration;

/** How long a copy may be kept, by class of object. */
public record Freshness(Duration master, Duration media, Duration segment) {
    /** A playlist for half a segment, as Apple advises; media for an hour: it never changes under its name. */
    public static Freshness forSegments(Duration duration) {
        Duration half = duration.dividedBy(2);
        return new Freshness(half, half, Duration.ofHours(1));
    }

    long of(Address address) {
        return switch (address) {
            case Address.Master ignored -> master.toMillis();
            case Address.Media ignored -> media.toMillis();
            case Address.Segment ignored -> segment.toMillis();
            case Address.Init ignored -> segment.toMillis();
        };
    }
}
