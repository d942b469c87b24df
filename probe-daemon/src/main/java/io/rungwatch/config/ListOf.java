package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Several of a kind. What does not fit is left out: it has been told. */
record ListOf<T>(Type<T> item, String noun) implements Type<List<Found<T>>> {

    @Override
    public Optional<List<Found<T>>> read(Node node, Reading in) {
        if (!(node instanceof SequenceNode sequence)) {
            return in.refuse(
                    node, Reading.shown(node) + " is not " + noun + "; write [ … ], or one per line behind '- '");
        }
        List<Found<T>> items = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            item.read(each, in).ifPresent(value -> items.add(new Found<>(value, in.spot(each))));
        }
        return Optional.of(items);
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("type", "array", "items", item.schema());
    }

    @Override
    public Optional<Section> section() {
        return item.section();
    }
}
