package io.rungwatch.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One poll beside the accepted one before it of the same rendition, layer and lineage: the whole input of a check over time.
 *
 * @param previous what `current` continues; for a stranger, what it should have continued; empty at the first poll
 * @param at when the request for `current` was sent
 * @param previousAt when `previous` was first seen: when the live edge had advanced last, before this poll
 * @param changedAt when the live edge last advanced, as first seen by us
 * @param knownSince first poll of this playlist at this layer
 * @param cacheLife how long the caches on the way here may lawfully have held it back
 * @param switches returns to a lineage that had been left, A→B→A, in the last ten polls
 * @param other what the last answer from elsewhere was: another lineage, or an older copy
 */
public record Step<M>(
        M current,
        Optional<M> previous,
        Relation relation,
        Instant at,
        Instant previousAt,
        Instant changedAt,
        Instant knownSince,
        Duration cacheLife,
        int switches,
        Optional<Seen<M>> other) {

    public record Seen<M>(M document, Instant at) {}
}
