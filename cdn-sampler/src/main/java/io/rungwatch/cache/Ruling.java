package io.rungwatch.cache;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What became of one request. `hops` tell of this request, nearest first; `recorded` tell of the one that filled the cache and must not
 * be counted. `by` is the hop of `hops` that the verdict is about. `reasons` are for people, most important first.
 */
public record Ruling(
        Verdict verdict,
        Set<Flag> flags,
        Rank rank,
        int by,
        List<Hop> hops,
        List<Hop> recorded,
        OptionalLong ttl,
        OptionalLong age,
        List<ProxyFault> faults,
        List<String> reasons) {

    public int confidence() {
        return rank.confidence();
    }

    public Optional<Hop> hop() {
        return by < hops.size() ? Optional.of(hops.get(by)) : Optional.empty();
    }

    /** For the {@link Tally}: whether a cache said anything about itself. */
    public boolean told() {
        return rank.compareTo(Rank.AGE) < 0;
    }
}
