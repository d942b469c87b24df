package io.rungwatch.profile;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the profile says of segments; what it does not say, the catalogue's default decides. */
public record SegmentRule(Optional<Duration> duration, OptionalDouble tolerance, int minimum) {
    public static final SegmentRule DEFAULT = new SegmentRule(Optional.empty(), OptionalDouble.empty(), 3);
}
