package io.rungwatch.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** The profiles of a folder or of a file, one per YAML document. */
final class ChannelFiles {
    private ChannelFiles() {}

    /** In the order of their names. Editors' hidden files and backups are none; rungwatch.yaml may stand beside them. */
    static List<Path> list(Path folder, Path main) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> isProfile(file.getFileName().toString()))
                    .filter(file -> !file.equals(main))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e); // the folder went away while it was listed
        }
    }

    private static boolean isProfile(String name) {
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    static List<Got> inFolder(Path folder, Path main, Errors errors, Secrets secrets) {
        List<Got> profiles = new ArrayList<>();
        try {
            List<Path> files = list(folder, main);
            if (files.isEmpty()) {
                errors.add(Spot.top(folder), "holds no *.yaml; write a channel profile into it");
            }
            for (Path file : files) {
                profiles.addAll(inFile(new Reading(file, errors, secrets)));
            }
        } catch (IOException e) {
            String what = Files.exists(folder) ? "cannot be read as a folder" : "there is no such folder";
            errors.add(Spot.top(folder), what + "; write the channel profiles into one");
        }
        return profiles;
    }

    static List<Got> inFile(Reading in) {
        Optional<List<Node>> documents = YamlFile.read(in);
        if (documents.isPresent() && documents.get().isEmpty()) {
            in.errors()
                    .add(
                            Spot.top(in.file()),
                            "holds no profile; delete the file if its channels are no longer to be watched");
        }
        List<Got> profiles = new ArrayList<>();
        for (Node document : documents.orElse(List.of())) {
            ProfileShape.PROFILE.read(document, in).ifPresent(profiles::add);
        }
        return profiles;
    }
}
