package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A single value: its form is a pattern, which editors are given too, and its meaning what `parser` makes of the groups.
 *
 * @param hint how to write it
 * @param kind in JSON Schema: string, integer, number
 */
record Scalar<T>(String noun, String hint, String kind, Pattern pattern, Parser<T> parser, Function<T, String> writer)
        implements Type<T> {

    interface Parser<T> {
        T parse(Matcher groups) throws Unfit;
    }

    static <T> Scalar<T> of(String noun, String hint, String pattern, Parser<T> parser, Function<T, String> writer) {
        return new Scalar<>(noun, hint, "string", Pattern.compile(pattern), parser, writer);
    }

    static Scalar<String> text(String noun, String hint, String pattern) {
        return of(noun, hint, pattern, Matcher::group, text -> text);
    }

    Scalar<T> as(String jsonKind) {
        return new Scalar<>(noun, hint, jsonKind, pattern, parser, writer);
    }

    @Override
    public Optional<T> read(Node node, Reading in) {
        Optional<String> text = in.text(node, noun, hint);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher groups = pattern.matcher(text.get());
        if (!groups.matches()) {
            return in.refuse(node, Reading.shown(node) + " is not " + noun + "; " + hint);
        }
        try {
            return Optional.of(parser.parse(groups));
        } catch (Unfit unfit) {
            return in.refuse(node, Reading.shown(node) + " " + unfit.why());
        }
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        return kind.equals("string")
                ? Json.object("type", kind, "pattern", "^(?:" + pattern + ")$")
                : Json.object("type", kind, "minimum", 0);
    }

    @Override
    public String write(T value) {
        return writer.apply(value);
    }
}
