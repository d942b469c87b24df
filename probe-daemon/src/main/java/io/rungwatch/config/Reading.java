package io.rungwatch.config;

import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One file while it is read. */
record Reading(Path file, Errors errors, Secrets secrets) {
    private static final int SHOWN = 60;

    Spot spot(Node node) {
        return node.getStartMark().map(this::spot).orElseGet(() -> Spot.top(file));
    }

    Spot spot(Mark mark) {
        return new Spot(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    <T> Optional<T> refuse(Node node, String message) {
        errors.add(spot(node), message);
        return Optional.empty();
    }

    /** The text of a single value that is no secret. */
    Optional<String> text(Node node, String noun, String hint) {
        if (!(node instanceof ScalarNode scalar) || isNothing(node)) {
            return refuse(node, shown(node) + " is not " + noun + "; " + hint);
        }
        if (scalar.getValue().contains("${")) {
            return refuse(node, "${…} is filled in for secrets only, and this is none; write the value itself");
        }
        return Optional.of(scalar.getValue());
    }

    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    static String shown(Node node) {
        if (isNothing(node)) {
            return "nothing";
        }
        if (node instanceof ScalarNode scalar) {
            return quoted(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "a section";
    }

    /** On one line and without what a terminal would obey. */
    static String quoted(String text) {
        String line = text.replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ");
        return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + "'";
    }
}
