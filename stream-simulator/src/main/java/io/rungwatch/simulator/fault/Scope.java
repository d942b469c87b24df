package io.rungwatch.simulator.fault;

import java.util.Set;

/** The names that a fault may mention. An empty set knows nothing and lets all pass. */
public record Scope(Set<String> channels, Set<String> renditions, Set<String> layers) {
    public static final Scope ANY = new Scope(Set.of(), Set.of(), Set.of());

    void check(Fault fault) {
        known("channel", fault.channel(), channels, Fault.ALL);
        known("rendition", fault.rendition(), renditions, Fault.ALL, Fault.MASTER);
        known("layer", fault.layer(), layers, Fault.ALL, Fault.TOP);
    }

    private static void known(String what, String name, Set<String> names, String... always) {
        if (names.isEmpty() || names.contains(name) || Set.of(always).contains(name)) {
            return;
        }
        throw new BadFault("no " + what + " is called " + name + Nearest.hint(name, names));
    }
}
