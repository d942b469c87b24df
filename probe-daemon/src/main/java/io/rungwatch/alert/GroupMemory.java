package io.rungwatch.alert;

import io.rungwatch.cause.RootCauses;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is known of all channels together: the layers of each, and which alerts fire, by check and layer. */
record GroupMemory(Map<String, List<String>> layers, Map<Trouble, Crowd> crowds, Instant latest) {
    static final GroupMemory EMPTY = new GroupMemory(Map.of(), Map.of(), Instant.MIN);

    /** What channels may have in common. */
    record Trouble(String fault, String layer) {
        static Trouble of(Alert alert) {
            return new Trouble(RootCauses.fault(alert.check().id()), alert.layer());
        }
    }

    GroupMemory watch(Collection<ChannelProfile> profiles) {
        Map<String, List<String>> more = new HashMap<>(layers);
        profiles.forEach(profile -> more.put(
                profile.channel(), profile.layers().stream().map(Layer::name).toList()));
        return new GroupMemory(Map.copyOf(more), crowds, latest);
    }

    GroupMemory forget(String channel) {
        Map<String, List<String>> fewer = new HashMap<>(layers);
        fewer.remove(channel);
        return new GroupMemory(Map.copyOf(fewer), crowds, latest);
    }

    GroupMemory with(Map<Trouble, Crowd> touched, Instant now) {
        Map<Trouble, Crowd> all = new LinkedHashMap<>(crowds);
        all.putAll(touched);
        all.values().removeIf(Crowd::isEmpty);
        return new GroupMemory(layers, all, now);
    }

    Set<String> watchedAt(String layer) {
        return layers.entrySet().stream()
                .filter(channel -> channel.getValue().contains(layer))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** When a group has to be looked at though nothing happens to it. */
    Instant due() {
        Instant due = Instant.MAX;
        for (Crowd crowd : crowds.values()) {
            Instant next = crowd.standing().map(Crowd.Standing::due).orElse(Instant.MAX);
            due = next.isBefore(due) ? next : due;
        }
        return due;
    }

    /** What is told as firing, with each alert as its channel has it. */
    List<Incident> firing(UnaryOperator<Alert> latest) {
        return crowds.values().stream()
                .flatMap(crowd -> crowd.firing().stream())
                .<Incident>map(incident -> switch (incident) {
                    case Alert alert -> latest.apply(alert);
                    case Group group -> group.fresh(latest);
                })
                .toList();
    }

    /** The group that tells the alert, where one does. */
    Optional<Group> groupOf(Alert alert) {
        return Optional.ofNullable(crowds.get(Trouble.of(alert)))
                .filter(crowd -> crowd.has(alert))
                .flatMap(Crowd::standing)
                .map(Crowd.Standing::group);
    }
}
