package io.rungwatch.alert;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.Layer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * From sightings to alerts. One fault shows at many places: the topmost layer that has it names it, the layers below are listed, the
 * renditions that have it from the same layer on are told together, and what another fault explains is not told at all.
 */
final class Derivation {
    /** A fault as people count them: this check, of this protocol, starting at this layer. */
    private record Fault(String check, String protocol, String layer) {}

    private Derivation() {}

    static List<Alert> alerts(ChannelMemory memory, Instant at) {
        if (memory.sightings().stream().noneMatch(Sighting::firing)) {
            return List.of();
        }
        Map<Fault, List<Sighting>> faults = new LinkedHashMap<>();
        memory.sightings().stream()
                .filter(Sighting::firing)
                .filter(sighting -> causeOf(sighting, memory).isEmpty())
                .forEach(sighting -> faults.computeIfAbsent(fault(sighting, memory), f -> new ArrayList<>())
                        .add(sighting));
        List<Alert> alerts = new ArrayList<>();
        faults.forEach((fault, sightings) -> alerts.add(alert(fault, sightings, memory, at)));
        return alerts;
    }

    /** The same check on the same stream with a place in common: it may have moved up or down the chain meanwhile. */
    static boolean sameFault(Alert old, Alert latest) {
        return old.finding().check().id().equals(latest.finding().check().id())
                && old.protocol() == latest.protocol()
                && (old.layer().equals(latest.layer())
                        || old.alsoAt().contains(latest.layer())
                        || latest.alsoAt().contains(old.layer()));
    }

    private static Optional<Sighting> causeOf(Sighting sighting, ChannelMemory memory) {
        return memory.sightings().stream()
                .filter(cause -> cause.confirmed() || cause.seen())
                .filter(cause -> RootCauses.explains(cause, sighting, memory))
                .findFirst();
    }

    private static Fault fault(Sighting sighting, ChannelMemory memory) {
        return new Fault(
                sighting.finding().check().id(),
                sighting.where().protocol().word(),
                places(sighting, memory).getFirst().where().layer().name());
    }

    /** Where the same thing is wrong with the same rendition, topmost layer first. */
    private static List<Sighting> places(Sighting sighting, ChannelMemory memory) {
        return memory.sightings().stream()
                .filter(Sighting::seen)
                .filter(other -> other.finding()
                                .check()
                                .id()
                                .equals(sighting.finding().check().id())
                        && other.where().protocol() == sighting.where().protocol()
                        && other.where().rendition().equals(sighting.where().rendition()))
                .sorted(Comparator.comparingInt(s -> memory.depth(s.where().layer())))
                .toList();
    }

    private static Alert alert(Fault fault, List<Sighting> sightings, ChannelMemory memory, Instant at) {
        List<Sighting> everywhere = sightings.stream()
                .flatMap(sighting -> places(sighting, memory).stream())
                .distinct()
                .toList();
        Sighting top = everywhere.stream()
                .filter(s -> s.where().layer().name().equals(fault.layer()))
                .max(Comparator.comparing(s -> s.finding().severity()))
                .orElseThrow();
        Finding finding = top.finding();
        Instant since = everywhere.stream()
                .map(Sighting::first)
                .min(Comparator.naturalOrder())
                .orElse(at);
        List<String> layers = names(everywhere, s -> s.where().layer().name());
        layers.remove(fault.layer());
        layers.sort(Comparator.comparingInt(name -> depth(name, memory)));
        return new Alert(
                id(fault, memory.channel(), at),
                finding,
                worst(everywhere),
                team(finding, top.where().layer(), memory),
                memory.channel(),
                top.where().protocol(),
                fault.layer(),
                names(everywhere, s -> s.where().rendition().name()),
                layers,
                consequences(everywhere, memory),
                since,
                at,
                Optional.empty());
    }

    private static List<String> names(List<Sighting> sightings, Function<Sighting, String> name) {
        return sightings.stream().map(name).distinct().collect(Collectors.toCollection(ArrayList::new));
    }

    private static int depth(String layer, ChannelMemory memory) {
        return memory.layers().stream().map(Layer::name).toList().indexOf(layer);
    }

    private static Severity worst(List<Sighting> sightings) {
        return sightings.stream()
                .filter(Sighting::firing)
                .map(sighting -> sighting.finding().severity())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What the packager makes is the packager team's, unless a packager that we watch makes it right: then a layer below broke it. */
    private static String team(Finding finding, Layer top, ChannelMemory memory) {
        return switch (finding.check().owner()) {
            case BY_LAYER -> top.team();
            case PACKAGER -> memory.layers().getFirst().kind() == Layer.Kind.PACKAGER ? top.team() : "packager";
            case CDN -> "cdn";
            case PROBE -> "probe";
        };
    }

    private static List<String> consequences(List<Sighting> causes, ChannelMemory memory) {
        TreeSet<String> ids = new TreeSet<>();
        for (Sighting other : memory.sightings()) {
            if (other.seen() && causes.stream().anyMatch(cause -> RootCauses.explains(cause, other, memory))) {
                ids.add(other.finding().check().id());
            }
        }
        return List.copyOf(ids);
    }

    /** Short enough to read out on the phone, the same for the same fault raised at the same instant. */
    private static String id(Fault fault, String channel, Instant at) {
        long hash = 0xcbf29ce484222325L;
        String text = channel + fault + at;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return String.format("%08x", (int) (hash ^ hash >>> 32));
    }
}
