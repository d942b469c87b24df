package io.rungwatch.blame;

import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who makes the answers slow: whoever fetched from above waited for it, and is charged only for what it took on top. */
final class Slow {
    private static final double HALF = 0.5;
    private static final Map<Layer.Kind, Duration> BUDGETS = new EnumMap<>(Map.of(
            Layer.Kind.PACKAGER, Duration.ofMillis(500),
            Layer.Kind.ORIGIN, Duration.ofMillis(200),
            Layer.Kind.MIDCACHE, Duration.ofMillis(100),
            Layer.Kind.EDGE, Duration.ofMillis(100)));

    private final Chain chain;

    Slow(Chain chain) {
        this.chain = chain;
    }

    /** Those of the kind that takes half of all excess; nobody if none does. POPs side by side are one part of the way, the slowest. */
    List<Seen> culprits() {
        Map<Layer.Kind, Long> worst = new EnumMap<>(Layer.Kind.class);
        late().forEach(seen -> worst.merge(seen.place().kind(), excess(seen), Math::max));
        long total = worst.values().stream().mapToLong(Long::longValue).sum();
        return worst.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<Layer.Kind, Long>::getValue))
                .filter(most -> most.getValue() >= total * HALF)
                .map(most -> late().stream()
                        .filter(seen -> seen.place().kind() == most.getKey())
                        .toList())
                .orElse(List.of());
    }

    private List<Seen> late() {
        return chain.known().filter(seen -> excess(seen) > 0).toList();
    }

    private long excess(Seen seen) {
        Duration budget = BUDGETS.getOrDefault(seen.place().kind(), Duration.ZERO);
        return Math.max(0, own(seen).minus(budget).toMillis());
    }

    private Duration own(Seen seen) {
        return seen.verdict().fromStore()
                ? seen.firstByte()
                : chain.up(seen)
                        .map(above -> seen.firstByte().minus(above.firstByte()))
                        .orElse(seen.firstByte());
    }
}
