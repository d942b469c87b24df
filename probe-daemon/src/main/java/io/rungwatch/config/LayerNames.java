package io.rungwatch.config;

import java.util.ArrayList;
import java.util.List;

/** The layers that a profile names: declared ones, each once, in the order of the chain. */
final class LayerNames {
    private LayerNames() {}

    static List<String> chosen(List<Found<String>> said, Declared declared, Errors errors) {
        List<String> chosen = new ArrayList<>();
        int deepest = -1;
        for (Found<String> name : said) {
            int place = declared.names().indexOf(name.value());
            if (place < 0) {
                errors.add(
                        name.spot(),
                        "unknown layer '" + name.value() + "'; " + Nearest.hint(name.value(), declared.names()));
            } else if (chosen.contains(name.value())) {
                errors.add(name.spot(), "layer '" + name.value() + "' stands twice; remove one");
            } else if (place < deepest) {
                errors.add(
                        name.spot(),
                        "layer '" + name.value() + "' is upstream of '"
                                + declared.names().get(deepest)
                                + "'; list layers upstream first, as rungwatch.yaml does");
            } else {
                deepest = place;
                chosen.add(name.value());
            }
        }
        return chosen;
    }
}
