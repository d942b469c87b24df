package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A word, or a list of them. */
record OneOrMore(Scalar<String> word, String noun) implements Type<List<Found<String>>> {

    @Override
    public Optional<List<Found<String>>> read(Node node, Reading in) {
        return node instanceof ScalarNode
                ? word.read(node, in).map(value -> List.of(new Found<>(value, in.spot(node))))
                : new ListOf<>(word, noun).read(node, in);
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("anyOf", List.of(word.schema(), new ListOf<>(word, noun).schema()));
    }
}
