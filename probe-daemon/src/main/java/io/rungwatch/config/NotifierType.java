package io.rungwatch.config;

import io.rungwatch.json.Json;
import io.rungwatch.notify.NotifierSettings;
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

    /** @param key that every one of the kind has, and none of another */
    record Kind(String key, Judged<NotifierSettings> settings) {}

    static final List<Kind> KINDS = List.of(
            new Kind("snmp", new Judged<>(SnmpShape.NOTIFIER, SnmpShape::of)),
            new Kind("alertmanager", new Judged<>(AlertmanagerShape.SECTION, AlertmanagerShape::of)),
            new Kind("webhook", new Judged<>(WebhookShape.SECTION, WebhookShape::of)),
            new Kind("log", new Judged<>(LineShape.SECTION, (said, in) -> Optional.of(LineShape.of(said)))));

    /** What is there but not understood has its name all the same: whoever says it is not wrong as well. */
    private static final NotifierSettings UNREAD = ground -> {
        throw new IllegalStateException("a configuration with errors is not run");
    };

    @Override
    public Optional<NotifierSettings> read(Node node, Reading in) {
        return understood(node, in).or(() -> Optional.of(UNREAD));
    }

    private static Optional<NotifierSettings> understood(Node node, Reading in) {
        if (!(node instanceof MappingNode mapping)) {
            return in.refuse(node, Reading.shown(node) + " is not a notifier; write one of " + choices());
        }
        Set<String> keys = keys(mapping);
        List<Kind> meant =
                KINDS.stream().filter(kind -> keys.contains(kind.key())).toList();
        if (meant.size() != 1) {
            String problem = meant.isEmpty() ? "does not say whom it reaches" : "is two kinds at once";
            return in.refuse(node, "the notifier " + problem + "; write one of " + choices());
        }
        return meant.getFirst().settings().read(node, in);
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

    private static String choices() {
        return String.join(", ", KINDS.stream().map(kind -> kind.key() + ": …").toList());
    }

    @Override
    public String noun() {
        return "a notifier";
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object(
                "anyOf", KINDS.stream().map(kind -> kind.settings().schema()).toList());
    }
}
