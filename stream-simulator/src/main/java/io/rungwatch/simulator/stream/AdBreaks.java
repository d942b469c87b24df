package io.rungwatch.simulator.stream;

import java.time.Duration;

/** A break of `length` in every `every`; both are rounded to whole segments, as a conditioned splice does. */
public record AdBreaks(Duration every, Duration length) {
    public AdBreaks {
        if (length.multipliedBy(2).compareTo(every) > 0) {
            throw new IllegalArgumentException("ad breaks fill at most half of the time: " + length + " in " + every);
        }
    }
}
