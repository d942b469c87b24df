package io.rungwatch.linked;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What an object of a JSON document has under the names that we know; what has another type than it should is as good as missing. */
record Fields(Map<?, ?> object) {
    static Fields of(Object value) {
        return new Fields(value instanceof Map<?, ?> object ? object : Map.of());
    }

    OptionalDouble number(String name) {
        return object.get(name) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    @Nullable
    String text(String name) {
        return object.get(name) instanceof String text && !text.isBlank() ? text : null;
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    boolean hasObject(String name) {
        return object.get(name) instanceof Map;
    }

    /** Null where there is none. */
    @Nullable
    List<?> list(String name) {
        return object.get(name) instanceof List<?> list ? list : null;
    }
}
