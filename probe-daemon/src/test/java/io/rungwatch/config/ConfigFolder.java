package io.rungwatch.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configuration on disk: `rungwatch.yaml` of the test resources and the profiles of a test. */
record ConfigFolder(Path folder) {
    static final Path RESOURCES =
            Path.of(System.getProperty("project.root", ".."), "probe-daemon/src/test/resources/config");

    static ConfigFolder in(Path folder) {
        return new ConfigFolder(folder).write("rungwatch.yaml", text(RESOURCES.resolve("rungwatch.yaml")));
    }

    ConfigFolder write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ConfigFolder write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path main() {
        return folder.resolve("rungwatch.yaml");
    }

    ConfigLoader.Result load() {
        return load(Map.of());
    }

    ConfigLoader.Result load(Map<String, String> environment) {
        return ConfigLoader.attempt(main(), new Secrets(environment::get, true)).result();
    }

    Configuration loaded() {
        return ConfigExamplesTest.loaded(load());
    }

    /** As they are printed, with names that do not depend on the machine. */
    List<String> errors() {
        return switch (load()) {
            case ConfigLoader.Loaded loaded -> throw new AssertionError("nothing wrong with " + loaded);
            case ConfigLoader.Refused refused -> told(refused.errors());
        };
    }

    List<String> told(List<ConfigError> errors) {
        return errors.stream()
                .map(error -> error.toString().replace(folder + "/", ""))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
