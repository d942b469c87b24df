package io.rungwatch.grafana;

import io.rungwatch.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each kind of panel looks, everywhere the same. */
final class Options {
    private Options() {}

    static Map<String, @Nullable Object> of(Panel.Kind kind) {
        Map<String, @Nullable Object> newest =
                Json.object("calcs", List.of("lastNotNull"), "fields", "", "values", false);
        return switch (kind) {
            case STAT ->
                Json.object(
                        "colorMode", "background", "graphMode", "none", "textMode", "auto", "reduceOptions", newest);
            case BARS ->
                Json.object(
                        "displayMode",
                        "basic",
                        "orientation",
                        "horizontal",
                        "reduceOptions",
                        newest,
                        "showUnfilled",
                        true);
            case TABLE -> Json.object("showHeader", true, "cellHeight", "sm");
            case GRAPH ->
                Json.object(
                        "legend",
                        Json.object("displayMode", "list", "placement", "bottom", "showLegend", true),
                        "tooltip",
                        Json.object("mode", "multi", "sort", "desc"));
        };
    }
}
