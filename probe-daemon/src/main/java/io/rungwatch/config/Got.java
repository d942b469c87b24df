package io.rungwatch.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a section of a file said, by key. A key whose value did not fit is not in it: that has been told. */
final class Got {
    private final Spot spot;
    private final Map<String, Found<?>> values = new LinkedHashMap<>();
    private final Map<String, Spot> said = new LinkedHashMap<>();

    Got(Spot spot) {
        this.spot = spot;
    }

    Spot spot() {
        return spot;
    }

    /** Where a key stood before, when this is the second time. */
    Optional<Spot> said(String key, Spot where) {
        return Optional.ofNullable(said.putIfAbsent(key, where));
    }

    /** Whether the key was there at all, with a value that fits or without. */
    boolean says(Key<?> key) {
        return said.containsKey(key.name());
    }

    void put(Key<?> key, Found<?> value) {
        values.put(key.name(), value);
    }

    /** Only a key's own type is ever put under its name. */
    @SuppressWarnings("unchecked")
    <T> Optional<Found<T>> found(Key<T> key) {
        return Optional.ofNullable((Found<T>) values.get(key.name()));
    }

    <T> Optional<T> find(Key<T> key) {
        return found(key).map(Found::value).or(key::fallback);
    }

    /** For a key that has a fallback. */
    <T> T get(Key<T> key) {
        return find(key).orElseThrow();
    }

    /** This before the other: sections are merged key by key, everything else is taken whole from where it is said first. */
    Got over(Got other) {
        Got merged = new Got(spot);
        merged.values.putAll(values);
        merged.said.putAll(other.said);
        merged.said.putAll(said);
        other.values.forEach((name, value) -> merged.values.merge(name, value, Got::merge));
        return merged;
    }

    private static Found<?> merge(Found<?> own, Found<?> other) {
        return own.value() instanceof Got section && other.value() instanceof Got below
                ? new Found<>(section.over(below), own.spot())
                : own;
    }
}
