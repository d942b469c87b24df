package io.rungwatch.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * When the playlists that a manifest names are looked at for the first time.
 *
 * @param from not before this, even if the manifest is here: others that begin have not asked for theirs yet
 * @param over what they are spread
 */
public record FirstRound(Instant from, Duration over) {
    /** Where nobody asks for more. */
    static final FirstRound USUAL = new FirstRound(Instant.MIN, Duration.ofSeconds(1));

    Instant at(Instant named, long seed) {
        return (named.isBefore(from) ? from : named).plus(Pace.phase(over, seed));
    }
}
