package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** One of a few words. */
record Words<T>(String noun, List<T> values, Function<T, String> word) implements Type<T> {

    @Override
    public Optional<T> read(Node node, Reading in) {
        List<String> words = words();
        Optional<String> text = in.text(node, noun, "write one of " + String.join(", ", words));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int index = words.indexOf(text.get());
        return index >= 0
                ? Optional.of(values.get(index))
                : in.refuse(node, Reading.shown(node) + " is not " + noun + "; " + Nearest.hint(text.get(), words));
    }

    List<String> words() {
        return values.stream().map(word).toList();
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return Json.object("enum", words());
    }

    @Override
    public String write(T value) {
        return word.apply(value);
    }
}
