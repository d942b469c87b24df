package io.rungwatch.real;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A chain with a fault, and what is told of it.
 *
 * @param tier how closely it is sampled
 * @param alerts what must be told: check@layer
 * @param passing what may be told beside that while the fault comes, or where two of its signs are told by turns
 */
record Watchable(CacheFault fault, int edges, String tier, Set<String> alerts, Set<String> passing) {
    static Watchable of(CacheFault fault, int edges, String... alerts) {
        return new Watchable(fault, edges, "mid", Set.of(alerts), Set.of());
    }

    /** Where many samples are needed before anything is proven. */
    Watchable closely() {
        return new Watchable(fault, edges, "top", alerts, passing);
    }

    Watchable passing(String... others) {
        return new Watchable(fault, edges, tier, alerts, Set.of(others));
    }

    /** Where nothing but latency is at stake. */
    boolean judgesLatency() {
        return fault == CacheFault.SLOW_ORIGIN || fault == CacheFault.BUSY_PROBE;
    }

    String channel() {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that nobody should have been told. */
    Set<String> odd(Set<String> told) {
        Set<String> odd = new TreeSet<>(told);
        odd.removeAll(alerts);
        odd.removeAll(passing);
        return odd;
    }

    List<String> missing(Set<String> told) {
        return alerts.stream().filter(alert -> !told.contains(alert)).sorted().toList();
    }
}
