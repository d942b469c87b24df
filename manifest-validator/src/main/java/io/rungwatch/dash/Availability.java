package io.rungwatch.dash;

import java.time.Instant;
import java.util.Optional;

/**
 * Which segments of a Representation must be there at an instant, and which cannot be yet: what a prober asks for to hold a packager to
 * its word.
 *
 * @param newest that may be asked for now
 * @param complete when it was to be there
 * @param oldest that the time-shift buffer promises
 */
public record Availability(long newest, Optional<Instant> complete, long oldest) {
    /** Empty where nothing is available yet, or everything ever since. */
    public static Optional<Availability> of(Addressing addressing, Instant now) {
        long count = addressing.count(now);
        if (addressing.mode() == Addressing.Mode.SINGLE || count <= 0) {
            return Optional.empty();
        }
        long newest = count - 1;
        return Optional.of(
                new Availability(newest, addressing.availableAt(newest), Math.min(newest, addressing.first(now))));
    }
}
