package io.rungwatch.config;

import io.rungwatch.profile.ChannelProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Whatever path an engineer names: the daemon's file, the folder that holds it, the folder of the channels, one file of it.
 *
 * @param warnings what is good and was hardly meant
 * @param summary one line, when there is no error
 */
public record ConfigLint(List<ConfigError> errors, List<ConfigError> warnings, String summary) {

    public static ConfigLint of(Path path, boolean withSecrets) {
        if (Files.isDirectory(path)) {
            Path inside = path.resolve(ConfigLoader.FILE_NAME);
            return Files.exists(inside) ? daemon(inside, withSecrets) : profiles(path);
        }
        return holdsProfiles(path) ? profiles(path) : daemon(path, withSecrets);
    }

    private static ConfigLint daemon(Path file, boolean withSecrets) {
        ConfigLoader.Result result = withSecrets ? ConfigLoader.load(file) : ConfigLoader.loadWithoutSecrets(file);
        return switch (result) {
            case ConfigLoader.Refused refused -> new ConfigLint(refused.errors(), List.of(), "");
            case ConfigLoader.Loaded loaded -> {
                Configuration configuration = loaded.configuration();
                Doubts doubts = Doubts.of(file, configuration, withSecrets);
                ConfigLint good = good(
                        configuration.channels().size(), configuration.layers().size());
                yield new ConfigLint(doubts.errors(), doubts.warnings(), good.summary());
            }
        };
    }

    private static ConfigLint profiles(Path path) {
        return switch (ConfigLoader.profiles(path)) {
            case ConfigLoader.Refused refused -> new ConfigLint(refused.errors(), List.of(), "");
            case ConfigLoader.LoadedProfiles loaded -> good(loaded.profiles().size(), layers(loaded.profiles()));
        };
    }

    private static int layers(List<ChannelProfile> profiles) {
        return (int) profiles.stream()
                .flatMap(profile -> profile.layers().stream())
                .distinct()
                .count();
    }

    private static ConfigLint good(int channels, int layers) {
        String where = layers == 0 ? "" : " on " + counted(layers, "layer");
        return new ConfigLint(List.of(), List.of(), "ok: " + counted(channels, "channel") + where);
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** By what it says, for a file may have any name; by its name when it says neither or both. */
    private static boolean holdsProfiles(Path file) {
        Optional<List<Node>> documents = YamlFile.read(new Reading(file, new Errors(file), Secrets.UNREAD));
        long profile = 0;
        long daemon = 0;
        for (Node document : documents.orElse(List.of())) {
            profile += known(document, ProfileShape.PROFILE);
            daemon += known(document, DaemonShape.DAEMON);
        }
        return profile == daemon ? !file.endsWith(ConfigLoader.FILE_NAME) && Files.exists(file) : profile > daemon;
    }

    private static long known(Node document, Section section) {
        if (!(document instanceof MappingNode mapping)) {
            return 0;
        }
        return mapping.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .filter(key ->
                        key instanceof ScalarNode scalar && section.names().contains(scalar.getValue()))
                .count();
    }
}
