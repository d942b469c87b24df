package io.rungwatch.check;

import java.time.Duration;
import java.util.List;

/**
 * From where the probe looks: whether it asked in time, and whether it is let in.
 *
 * @param rendition what was asked for
 * @param late how long after it meant to the probe asked
 * @param asked false when the probe had no connection free and never asked
 * @param hosts how many have not answered since anybody did, where that is all of them and too many for chance; else 0
 * @param statuses where the channel has given no usable answer since, what each layer said last to the same request, this one included; 0 is none
 */
public record Vantage(
        Rendition rendition,
        Duration late,
        boolean asked,
        Duration targetDuration,
        List<Integer> statuses,
        int hosts) {}
