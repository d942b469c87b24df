package io.rungwatch.config;

import io.rungwatch.profile.Layer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What can be read and yet goes wrong when the daemon starts, or was hardly meant. Only who lints hears of it: a running probe does not
 * refuse a file because a folder is away for a moment.
 *
 * @param errors with which the daemon would not do what is written
 * @param warnings what it would do, and what was hardly meant
 */
record Doubts(List<ConfigError> errors, List<ConfigError> warnings) {
    static final Doubts NONE = new Doubts(List.of(), List.of());

    private static final Set<String> SECRETS = Set.of("token", "secret", "authKey", "privKey");

    /** @param withFiles whether what the file leads to is at hand */
    static Doubts of(Path file, Configuration configuration, boolean withFiles) {
        Reading in = new Reading(file, new Errors(file), Secrets.UNREAD);
        return YamlFile.read(in)
                .filter(documents -> !documents.isEmpty())
                .map(documents -> new Looking(in, new Errors(file), new Errors(file))
                        .look(documents.getFirst(), configuration, withFiles))
                .orElse(NONE);
    }

    private record Looking(Reading in, Errors errors, Errors warnings) {
        Doubts look(Node daemon, Configuration configuration, boolean withFiles) {
            Optional<Node> http = child(daemon, "http");
            http.ifPresent(this::plain);
            for (Node notifier : children(child(daemon, "alerts").flatMap(alerts -> child(alerts, "notifiers")))) {
                plain(notifier);
                if (withFiles) {
                    child(notifier, "log").ifPresent(log -> folder(log, configuration.state()));
                }
            }
            if (withFiles) {
                children(http.flatMap(node -> child(node, "tls"))).forEach(this::file);
            }
            child(daemon, "layers").ifPresent(layers -> bases(layers, configuration));
            return new Doubts(errors.sorted(), warnings.sorted());
        }

        private void file(Node said) {
            if (said instanceof ScalarNode scalar && !Files.isReadable(beside(scalar))) {
                errors.add(
                        in.spot(said),
                        "file " + Reading.quoted(scalar.getValue())
                                + " is not there, or may not be read; check the path");
            }
        }

        /**
         * Whoever starts the daemon may make it: systemd does at the first start, and not before.
         *
         * @param made by the daemon, when it starts
         */
        private void folder(Node said, Path made) {
            if (said instanceof ScalarNode scalar
                    && !isThere(beside(scalar).resolveSibling("").normalize(), made)) {
                warnings.add(
                        in.spot(said),
                        "the folder of " + Reading.quoted(scalar.getValue())
                                + " is not there yet; make it, unless systemd does at the start (LogsDirectory=)");
            }
        }

        private static boolean isThere(Path folder, Path made) {
            return Files.isDirectory(folder) || folder.equals(made.normalize());
        }

        private Path beside(ScalarNode said) {
            return in.file().toAbsolutePath().resolveSibling(said.getValue());
        }

        private void plain(Node section) {
            for (String name : SECRETS) {
                child(section, name)
                        .filter(said -> said instanceof ScalarNode scalar
                                && !scalar.getValue().contains("${"))
                        .ifPresent(said -> warnings.add(
                                in.spot(said),
                                "'" + name + "' stands here for everybody to read; write ${NAME} or ${file:/path}"));
            }
        }

        /** Two names for one server: its faults would be told twice, and it would be compared with itself. */
        private void bases(Node layers, Configuration configuration) {
            List<Node> rows = layers instanceof SequenceNode sequence ? sequence.getValue() : List.of();
            List<Layer> declared = configuration.layers();
            for (int i = 0; i < Math.min(rows.size(), declared.size()); i++) {
                Layer layer = declared.get(i);
                Optional<Layer> twin = declared.subList(0, i).stream()
                        .filter(above -> above.base().equals(layer.base()) && isTogether(above, layer, configuration))
                        .findFirst();
                Node spot = child(rows.get(i), "base").orElse(rows.get(i));
                twin.ifPresent(above -> warnings.add(
                        in.spot(spot),
                        "layer '" + layer.name() + "' has the base of '" + above.name()
                                + "': it would be compared with itself"));
            }
        }

        private static boolean isTogether(Layer one, Layer other, Configuration configuration) {
            return configuration.channels().stream()
                    .anyMatch(channel -> channel.layers().containsAll(List.of(one, other)));
        }

        private static Optional<Node> child(Node node, String name) {
            return node instanceof MappingNode mapping
                    ? mapping.getValue().stream()
                            .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                    && key.getValue().equals(name))
                            .map(NodeTuple::getValueNode)
                            .findFirst()
                    : Optional.empty();
        }

        private static List<Node> children(Optional<Node> node) {
            List<Node> values = new ArrayList<>();
            node.ifPresent(section -> {
                if (section instanceof MappingNode mapping) {
                    mapping.getValue().forEach(entry -> values.add(entry.getValueNode()));
                }
            });
            return values;
        }
    }
}
