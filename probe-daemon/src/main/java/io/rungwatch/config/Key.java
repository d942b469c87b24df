package io.rungwatch.config;

import java.util.Optional;

/** A key of the configuration: its name, what it holds, what serves where it is not said, what it means. */
record Key<T>(String name, Type<T> type, boolean required, Optional<T> fallback, String doc) {

    static <T> Key<T> of(String name, Type<T> type, String doc) {
        return new Key<>(name, type, false, Optional.empty(), doc);
    }

    static <T> Key<T> of(String name, Type<T> type, T fallback, String doc) {
        return new Key<>(name, type, false, Optional.of(fallback), doc);
    }

    static <T> Key<T> required(String name, Type<T> type, String doc) {
        return new Key<>(name, type, true, Optional.empty(), doc);
    }

    Optional<String> writtenFallback() {
        return fallback.map(type::write);
    }

    /** In JSON's types. */
    Optional<Object> schemaFallback() {
        return fallback.map(value -> value instanceof Number number ? number : type.write(value));
    }
}
