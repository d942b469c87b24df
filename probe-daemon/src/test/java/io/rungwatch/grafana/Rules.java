package io.rungwatch.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** grafana/rules, as YAML reads them. */
public final class Rules {
    public static final Path FOLDER =
            Dashboards.ROOT.resolve("grafana/rules").toAbsolutePath().normalize();

    private Rules() {}

    public static List<Path> files() throws IOException {
        return yaml(FOLDER);
    }

    public static List<Path> tests() throws IOException {
        return yaml(FOLDER.resolve("tests"));
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    /** Those that have this key: `record` or `alert`. */
    static List<Map<?, ?>> having(String key) throws IOException {
        List<Map<?, ?>> all = new ArrayList<>();
        for (Path file : files()) {
            for (Object group : list(read(file).get("groups"))) {
                for (Object rule : list(map(group).get("rules"))) {
                    Map<?, ?> its = (Map<?, ?>) rule;
                    if (its.containsKey(key)) {
                        all.add(its);
                    }
                }
            }
        }
        return all;
    }

    /** What is recorded, as something to ask for. */
    public static List<Expression> recorded() throws IOException {
        return having("record").stream()
                .map(rule -> String.valueOf(rule.get("record")))
                .map(name -> new Expression("recording.yml", name, name))
                .toList();
    }

    static Map<?, ?> read(Path file) throws IOException {
        return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
