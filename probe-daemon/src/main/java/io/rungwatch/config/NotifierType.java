package io.rungwatch.config;

import io.rungwatch.json.Json;
import io.rungwatch.notify.NotifierSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A way out: which kind it is says the key that names its receiver. */
record NotifierType() implements Type<NotifierSettings> {

    /** Empty when what was said does not go together, which has been told then. */
    private interface Settings {
        Optional<? extends NotifierSettings> of(Got got, Reading in);
    }

    /** @param key that every one of the kind has, and none of another */
    private record Kind(String key, Section section, Settings settings) {}

    private static final List<Kind> KINDS = List.of();

    @Override
    public Optional<NotifierSettings> read(Node node, Reading in) {
        if (!(node instanceof MappingNode mapping)) {
            return in.refuse(node, Reading.shown(node) + " is not " + noun() + "; write { " + choices("x") + " }");
        }
        List<Kind> meant = KINDS.stream()
                .filter(kind -> keys(mapping).contains(kind.key()))
                .toList();
        if (meant.size() != 1) {
            String problem = meant.isEmpty() ? "says not how to reach it" : "is two kinds at once";
            return in.refuse(node, "the notifier " + problem + "; write one of " + choices("…"));
        }
        Kind kind = meant.getFirst();
        int before = in.errors().count();
        Optional<Got> got = kind.section().read(node, in);
        return in.errors().count() > before
                ? Optional.empty()
                : got.flatMap(said -> kind.settings().of(said, in));
    }

    private static Set<String> keys(MappingNode mapping) {
        Set<String> keys = new LinkedHashSet<>();
        mapping.getValue().forEach(tuple -> {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                keys.add(key.getValue());
            }
        });
        return keys;
    }

    private static String choices(String value) {
        return String.join(
                ", ", KINDS.stream().map(kind -> kind.key() + ": " + value).toList());
    }

    @Override
    public String noun() {
        return "a notifier";
    }

    /** For the docs: one table for each kind. */
    static List<Section> sections() {
        return KINDS.stream().map(Kind::section).toList();
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        List<Object> kinds = new ArrayList<>();
        KINDS.forEach(kind -> kinds.add(kind.section().schema()));
        return kinds.isEmpty() ? Json.object("type", "object") : Json.object("anyOf", kinds);
    }
}
