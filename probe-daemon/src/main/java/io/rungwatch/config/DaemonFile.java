package io.rungwatch.config;

import io.rungwatch.profile.ChannelProfile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** `rungwatch.yaml` and what it leads to. */
record DaemonFile(Path file, Got got, Declared declared, Errors errors) {

    static Optional<DaemonFile> read(Path file, Errors errors, Secrets secrets) {
        Reading in = new Reading(file, errors, secrets);
        Optional<List<Node>> documents = YamlFile.read(in);
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        if (documents.get().isEmpty()) {
            errors.add(Spot.top(file), "says nothing; write at least the layers");
            return Optional.empty();
        }
        if (documents.get().size() > 1) {
            errors.add(
                    in.spot(documents.get().get(1)), "a second document; rungwatch.yaml is one, without '---' in it");
        }
        return DaemonShape.DAEMON
                .read(documents.get().getFirst(), in)
                .map(got -> new DaemonFile(file, got, Declared.of(got, errors), errors));
    }

    Path channelsFolder() {
        return file.resolveSibling(got.get(DaemonShape.CHANNELS));
    }

    Configuration configuration(List<ChannelProfile> channels) {
        return new Configuration(
                file.toAbsolutePath(),
                channelsFolder().toAbsolutePath(),
                HttpShape.of(got.find(DaemonShape.HTTP).orElseGet(() -> new Got(got.spot())), file, errors),
                List.copyOf(declared.layers().values()),
                allowed(),
                SamplingShape.of(got),
                AlertsShape.of(got, declared, errors),
                file.resolveSibling(got.get(DaemonShape.STATE)).toAbsolutePath(),
                Optional.of(StoreShape.of(got.find(DaemonShape.STORE).orElseGet(() -> new Got(got.spot())))),
                channels.stream()
                        .sorted(Comparator.comparing(ChannelProfile::channel))
                        .toList());
    }

    private Set<String> allowed() {
        Set<String> allowed = new LinkedHashSet<>();
        got.find(DaemonShape.TARGETS)
                .flatMap(targets -> targets.find(DaemonShape.ALLOW))
                .orElse(List.of())
                .forEach(host -> allowed.add(host.value()));
        return Set.copyOf(allowed);
    }

    /** One channel with two profiles would be watched by whichever file was read last. */
    static void once(List<Got> profiles, Errors errors) {
        Map<String, Spot> seen = new HashMap<>();
        for (Got profile : profiles) {
            profile.found(ProfileShape.CHANNEL).ifPresent(channel -> {
                Spot before = seen.putIfAbsent(channel.value(), channel.spot());
                if (before != null) {
                    errors.add(
                            channel.spot(),
                            "channel '" + channel.value() + "' already has a profile at " + before + "; remove one");
                }
            });
        }
    }
}
