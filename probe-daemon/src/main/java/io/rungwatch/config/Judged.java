package io.rungwatch.config;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** A section whose keys must go together, read into what they mean. */
record Judged<T>(Section keys, Meaning<T> meaning) implements Type<T> {

    /** Empty when they do not, which has been told then. */
    interface Meaning<T> {
        Optional<? extends T> of(Got got, Reading in);
    }

    @Override
    public Optional<T> read(Node node, Reading in) {
        int before = in.errors().count();
        Optional<Got> got = keys.read(node, in);
        return in.errors().count() > before ? Optional.empty() : got.flatMap(said -> meaning.of(said, in));
    }

    @Override
    public String noun() {
        return keys.noun();
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return keys.schema();
    }

    @Override
    public Optional<Section> section() {
        return Optional.of(keys);
    }
}
