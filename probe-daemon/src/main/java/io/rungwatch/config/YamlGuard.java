package io.rungwatch.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Reads the file as a flat row of events before a tree is made of it: a tree of aliases within aliases, or ten thousand levels deep, would
 * cost the memory or the stack of the daemon.
 */
final class YamlGuard {
    static final int DEEPEST = 20;
    static final int MOST_VALUES = 200_000;

    private YamlGuard() {}

    static boolean allows(String text, LoadSettings settings, Reading in) {
        int depth = 0;
        int values = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            values += event instanceof NodeEvent ? 1 : 0;
            Optional<String> wrong = wrong(event, depth, values);
            if (wrong.isPresent()) {
                in.errors().add(event.getStartMark().map(in::spot).orElseGet(() -> Spot.top(in.file())), wrong.get());
                return false;
            }
        }
        return true;
    }

    private static Optional<String> wrong(Event event, int depth, int values) {
        if (depth > DEEPEST) {
            return Optional.of("nested deeper than " + DEEPEST + " levels; no configuration is");
        }
        if (values > MOST_VALUES) {
            return Optional.of("more than " + MOST_VALUES + " values; spread the channels over several files");
        }
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            return Optional.of(
                    "anchors and aliases are not read; share through ladders and defaults of rungwatch.yaml");
        }
        return tagged(event) ? Optional.of("tags are not read; remove it") : Optional.empty();
    }

    private static boolean tagged(Event event) {
        return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
    }
}
