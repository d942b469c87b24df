package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A ladder: the name of one that `rungwatch.yaml` declares, or its rungs. */
record NameOrRungs(ListOf<Got> rungs) implements Type<NameOrRungs.Ladder> {

    sealed interface Ladder {}

    record Called(String name) implements Ladder {}

    record Written(List<Found<Got>> rungs) implements Ladder {}

    @Override
    public Optional<Ladder> read(Node node, Reading in) {
        return node instanceof ScalarNode
                ? Texts.NAME.read(node, in).map(Called::new)
                : rungs.read(node, in).map(Written::new);
    }

    @Override
    public String noun() {
        return "the name of a ladder, or " + rungs.noun();
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("anyOf", List.of(Texts.NAME.schema(), rungs.schema()));
    }

    @Override
    public Optional<Section> section() {
        return rungs.section();
    }
}
