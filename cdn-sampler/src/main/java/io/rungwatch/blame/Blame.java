package io.rungwatch.blame;

import java.util.List;
import java.util.Optional;

/**
 * Where a fault begins. `alsoAt` is bad because of it and needs no alarm of its own; `apart` is bad and gets its answers elsewhere; `masked`
 * is good only because it still has a copy.
 */
public record Blame(
        Guilty guilty,
        Confidence confidence,
        List<Place> alsoAt,
        List<Place> apart,
        List<Place> masked,
        String sentence) {

    /** Nothing where nothing is bad. */
    public static Optional<Blame> of(Case of) {
        Chain chain = new Chain(Vote.settle(of.rounds()));
        return chain.bad().isEmpty() ? Optional.empty() : Optional.of(new Charge(of, chain).blame());
    }
}
