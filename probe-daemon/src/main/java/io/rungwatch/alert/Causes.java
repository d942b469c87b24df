package io.rungwatch.alert;

import io.rungwatch.cause.RootCauses;
import io.rungwatch.check.Rendition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be the cause of something, by kind and by rendition. A manifest that names hundreds of renditions, all of them broken, must not
 * make a poll look at each pair of them.
 */
final class Causes {
    private final ChannelMemory memory;
    private final Map<String, OfOneKind> kinds = new HashMap<>();

    private static final class OfOneKind {
        final List<Sighting> all = new ArrayList<>();
        final Map<Rendition, List<Sighting>> byRendition = new HashMap<>();

        void add(Sighting sighting) {
            all.add(sighting);
            byRendition
                    .computeIfAbsent(sighting.where().rendition(), unseen -> new ArrayList<>())
                    .add(sighting);
        }

        List<Sighting> at(Rendition rendition) {
            return byRendition.getOrDefault(rendition, List.of());
        }
    }

    Causes(ChannelMemory memory, List<Sighting> sightings) {
        this.memory = memory;
        for (Sighting sighting : sightings) {
            kinds.computeIfAbsent(sighting.finding().check().id(), unseen -> new OfOneKind())
                    .add(sighting);
        }
    }

    /** Whether one of them explains it. */
    boolean explain(Sighting other) {
        for (Map.Entry<String, OfOneKind> kind : kinds.entrySet()) {
            if (RootCauses.canExplain(kind.getKey(), other) && explains(kind.getValue(), other)) {
                return true;
            }
        }
        return false;
    }

    private boolean explains(OfOneKind kind, Sighting other) {
        if (RootCauses.isExplainedFromAfar(other)) {
            return anyExplains(kind.all, other);
        }
        Rendition rendition = other.where().rendition();
        return anyExplains(kind.at(rendition), other)
                || !rendition.equals(Rendition.ENTRY) && anyExplains(kind.at(Rendition.ENTRY), other);
    }

    private boolean anyExplains(List<Sighting> causes, Sighting other) {
        for (Sighting cause : causes) {
            if (RootCauses.explains(cause, other, memory.layers(), memory.sightings())) {
                return true;
            }
        }
        return false;
    }
}
