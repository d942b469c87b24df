package io.rungwatch.config;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** What may stand at a place of the configuration: how it is read, and how it is described to people and to editors. */
interface Type<T> {
    /** Empty when it does not fit, which has been told then. */
    Optional<T> read(Node node, Reading in);

    /** With its article: `a duration`. */
    String noun();

    /** JSON Schema. */
    Map<String, @Nullable Object> schema();

    /** As an engineer would write it. */
    default String write(T value) {
        return String.valueOf(value);
    }

    /** The section that it is, or is made of. */
    default Optional<Section> section() {
        return Optional.empty();
    }
}
