package io.rungwatch.check;

import java.time.Duration;
import java.util.List;

/**
 * From where the probe looks: whether it asked in time, and whether it is let in.
 *
 * @param late how long after it meant to the probe asked
 * @param statuses where the answer is of no use, what each layer said last to the same request, this one included; 0 is no answer
 */
public record Vantage(Duration late, Duration targetDuration, List<Integer> statuses) {}
