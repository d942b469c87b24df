package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Several of a kind under names that the engineer chooses. */
record Named<T>(Type<T> item, String noun) implements Type<Map<String, T>> {

    @Override
    public Optional<Map<String, T>> read(Node node, Reading in) {
        if (!(node instanceof MappingNode mapping)) {
            return in.refuse(
                    node, Reading.shown(node) + " is not " + noun + "; write a name and below it " + item.noun());
        }
        Map<String, T> named = new LinkedHashMap<>();
        Got got = new Got(in.spot(node));
        for (NodeTuple tuple : mapping.getValue()) {
            Section.keyName(tuple.getKeyNode(), got, in)
                    .flatMap(name -> Texts.NAME.read(tuple.getKeyNode(), in))
                    .ifPresent(name -> item.read(tuple.getValueNode(), in).ifPresent(value -> named.put(name, value)));
        }
        return Optional.of(named);
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("type", "object", "additionalProperties", item.schema());
    }

    @Override
    public Optional<Section> section() {
        return item.section();
    }
}
