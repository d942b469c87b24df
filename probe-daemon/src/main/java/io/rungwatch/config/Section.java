package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping with the keys that it may have.
 *
 * @param notHere keys that are understandable but do not belong here, with the reason: better than a guess at what was meant
 */
record Section(String title, List<Key<?>> keys, Map<String, String> notHere) implements Type<Got> {

    static Section of(String title, Key<?>... keys) {
        return new Section(title, List.of(keys), Map.of());
    }

    Section with(List<Key<?>> more) {
        return new Section(title, Stream.concat(keys.stream(), more.stream()).toList(), notHere);
    }

    Section refusing(String key, String reason) {
        Map<String, String> more = new HashMap<>(notHere);
        more.put(key, reason);
        return new Section(title, keys, Map.copyOf(more));
    }

    Section without(String newTitle, Key<?>... dropped) {
        List<Key<?>> kept = keys.stream()
                .filter(key -> !Arrays.asList(dropped).contains(key))
                .toList();
        return new Section(newTitle, kept, notHere);
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    @Override
    public Optional<Got> read(Node node, Reading in) {
        if (!(node instanceof MappingNode mapping)) {
            return in.refuse(
                    node,
                    Reading.shown(node) + " stands where a section is expected; write its keys: "
                            + String.join(", ", names()));
        }
        Got got = new Got(in.spot(node));
        for (NodeTuple tuple : mapping.getValue()) {
            entry(tuple, got, in);
        }
        for (Key<?> key : keys) {
            if (key.required() && !got.says(key)) {
                in.refuse(node, "'" + key.name() + "' is missing in " + noun() + "; write " + key.name() + ": …");
            }
        }
        return Optional.of(got);
    }

    private void entry(NodeTuple tuple, Got got, Reading in) {
        Optional<String> name = keyName(tuple.getKeyNode(), got, in);
        Optional<Key<?>> key = name.flatMap(this::key);
        if (key.isPresent()) {
            value(key.get(), tuple, got, in);
        } else if (name.isPresent()) {
            in.refuse(tuple.getKeyNode(), unknown(name.get()));
        }
    }

    static Optional<String> keyName(Node node, Got got, Reading in) {
        if (!(node instanceof ScalarNode scalar)) {
            return in.refuse(node, Reading.shown(node) + " is not a key; write a word");
        }
        Optional<Spot> before = got.said(scalar.getValue(), in.spot(node));
        if (before.isPresent()) {
            return in.refuse(
                    node,
                    "key " + Reading.quoted(scalar.getValue()) + " stands twice, first in line "
                            + before.get().line() + "; remove one");
        }
        return Optional.of(scalar.getValue());
    }

    private <T> void value(Key<T> key, NodeTuple tuple, Got got, Reading in) {
        Node node = tuple.getValueNode();
        if (Reading.isNothing(node)) {
            in.refuse(tuple.getKeyNode(), "'" + key.name() + "' has no value; give it one or remove the key");
            return;
        }
        key.type().read(node, in).ifPresent(value -> got.put(key, new Found<>(value, in.spot(node))));
    }

    private Optional<Key<?>> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private String unknown(String name) {
        String reason = notHere.get(name);
        return reason != null
                ? "'" + name + "' " + reason
                : "unknown key " + Reading.quoted(name) + " in " + noun() + "; " + Nearest.hint(name, names());
    }

    @Override
    public String noun() {
        return title;
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            Map<String, @Nullable Object> property = new LinkedHashMap<>();
            property.put("description", key.doc());
            property.putAll(key.type().schema());
            key.schemaFallback().ifPresent(value -> property.put("default", value));
            properties.put(key.name(), property);
        }
        Map<String, @Nullable Object> schema =
                Json.object("type", "object", "additionalProperties", false, "properties", properties);
        List<String> required =
                keys.stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    @Override
    public Optional<Section> section() {
        return Optional.of(this);
    }
}
