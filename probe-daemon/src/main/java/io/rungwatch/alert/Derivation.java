package io.rungwatch.alert;

import io.rungwatch.cause.RootCauses;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Severity;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * From sightings to alerts. One fault shows at many places: all that one check finds in one protocol of a channel is told together,
 * named by the topmost layer that has it; and what another fault explains is not told at all.
 */
final class Derivation {
    private record Fault(CheckInfo check, Protocol protocol) {
        static Fault of(Sighting sighting) {
            return new Fault(sighting.finding().check(), sighting.where().protocol());
        }
    }

    private Derivation() {}

    static List<Alert> alerts(ChannelMemory memory, Instant at) {
        Map<Fault, List<Sighting>> faults = new LinkedHashMap<>();
        Causes causes = new Causes(
                memory,
                memory.sightings().stream()
                        .filter(cause -> cause.confirmed() || cause.seen())
                        .toList());
        for (Sighting sighting : memory.sightings()) {
            boolean seen = sighting.seen() && !causes.explain(sighting);
            if (seen || sighting.stays() && isTold(sighting, memory)) {
                faults.computeIfAbsent(Fault.of(sighting), f -> new ArrayList<>())
                        .add(sighting);
            }
        }
        List<Alert> alerts = new ArrayList<>();
        Map<Where, List<Sighting>> outages = outages(memory, at);
        faults.forEach((fault, sightings) -> {
            if (sightings.stream()
                    .anyMatch(sighting -> sighting.firing(at) || namesOutage(sighting, outages, memory))) {
                alerts.add(alert(fault, sightings, memory, at));
            }
        });
        return alerts;
    }

    /** An outage that its failures have proven needs no third one under a better name. */
    private static boolean namesOutage(Sighting cause, Map<Where, List<Sighting>> outages, ChannelMemory memory) {
        return cause.seen()
                && outages.getOrDefault(cause.where(), List.of()).stream()
                        .anyMatch(other -> RootCauses.explains(cause, other, memory.layers(), memory.sightings()));
    }

    private static Map<Where, List<Sighting>> outages(ChannelMemory memory, Instant at) {
        return memory.sightings().stream()
                .filter(sighting -> sighting.finding().check().confirm() == Confirm.OUTAGE
                        && sighting.seen()
                        && sighting.firing(at))
                .collect(Collectors.groupingBy(Sighting::where));
    }

    private static boolean isTold(Sighting sighting, ChannelMemory memory) {
        Fault fault = Fault.of(sighting);
        return memory.firing().stream().anyMatch(alert -> fault.equals(new Fault(alert.check(), alert.protocol())));
    }

    private static Alert alert(Fault fault, List<Sighting> places, ChannelMemory memory, Instant at) {
        // A layer that has just recovered still names the fault: the caches below are only emptying.
        Set<Sighting> here = Collections.newSetFromMap(new IdentityHashMap<>());
        here.addAll(places);
        List<Sighting> ordered = memory.sightings().stream()
                .filter(s -> here.contains(s) || s.justOver() && fault.equals(Fault.of(s)))
                .sorted(Comparator.comparingInt(
                                (Sighting s) -> memory.depth(s.where().layer()))
                        .thenComparing(s -> s.finding().severity(), Comparator.reverseOrder()))
                .toList();
        Sighting top = ordered.getFirst();
        List<String> layers = names(ordered, s -> s.where().layer().name());
        return new Alert(
                Fingerprint.of(memory.channel(), fault.check().id(), fault.protocol(), at),
                top.finding(),
                worst(places),
                Ownership.team(top.finding().check(), top.where().layer(), memory.layers()),
                memory.channel(),
                memory.name(),
                fault.protocol(),
                layers.getFirst(),
                top.url(),
                names(byRendition(places), s -> s.where().rendition().name()),
                layers.subList(1, layers.size()),
                consequences(places, memory),
                places.stream()
                        .map(Sighting::first)
                        .min(Comparator.naturalOrder())
                        .orElse(at),
                at,
                Optional.empty());
    }

    private static List<Sighting> byRendition(List<Sighting> places) {
        return places.stream()
                .sorted(Comparator.comparing(
                                (Sighting s) -> s.where().rendition().kind())
                        .thenComparing(s -> s.where().rendition().name()))
                .toList();
    }

    private static List<String> names(List<Sighting> sightings, Function<Sighting, String> name) {
        return sightings.stream().map(name).distinct().toList();
    }

    private static Severity worst(List<Sighting> sightings) {
        boolean confirmed = sightings.stream().anyMatch(Sighting::confirmed);
        return sightings.stream()
                .filter(sighting -> sighting.confirmed() || !confirmed)
                .map(sighting -> sighting.finding().severity())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<String> consequences(List<Sighting> places, ChannelMemory memory) {
        Causes causes = new Causes(memory, places);
        TreeSet<String> ids = new TreeSet<>();
        for (Sighting other : memory.sightings()) {
            String id = other.finding().check().id();
            if (other.seen() && !ids.contains(id) && causes.explain(other)) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }
}
