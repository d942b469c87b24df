package io.rungwatch.grafana;

import io.rungwatch.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a table shows of one query, or of one label: then `expression` is empty. */
record Column(String name, String expression, String unit, Steps steps, String link) {
    boolean isLabel() {
        return expression.isEmpty();
    }

    /** How Grafana is told that this column is not like the others. */
    Map<String, @Nullable Object> override() {
        List<Map<String, @Nullable Object>> properties = new ArrayList<>();
        if (!isLabel()) {
            properties.add(Json.object("id", "unit", "value", unit));
            properties.add(Json.object("id", "thresholds", "value", steps.json()));
        }
        if (steps.coloured()) {
            properties.add(Json.object(
                    "id", "custom.cellOptions", "value", Json.object("type", "color-background", "mode", "basic")));
        }
        if (!link.isEmpty()) {
            properties.add(
                    Json.object("id", "links", "value", List.of(Json.object("title", "Look closer", "url", link))));
        }
        return Json.object(
                "matcher", Json.object("id", "byName", "options", name), "properties", List.copyOf(properties));
    }
}
