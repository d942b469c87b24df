package io.rungwatch.profile;

import java.time.Instant;

/** A planned window in which nobody is woken. */
public record Maintenance(Instant from, Instant to, String reason) {
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
