package io.rungwatch.grafana;

import io.rungwatch.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One panel. Expressions say 'single quotes', so that they need no others in JSON and in Java. */
final class Panel {
    static final Map<String, @Nullable Object> SOURCE = Json.object("type", "prometheus", "uid", "${datasource}");

    private record Query(String expression, String legend) {}

    private final Kind kind;
    private final String title;
    private final String text;
    private final List<Query> queries = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private String unit = "short";
    private Steps steps = Steps.NONE;
    private String runbook = "";
    private int width;
    private @Nullable Double greatest;

    enum Kind {
        STAT("stat", 4, 4),
        GRAPH("timeseries", 12, 8),
        BARS("bargauge", 8, 8),
        TABLE("table", 24, 9);

        private final String word;
        private final int width;
        private final int height;

        Kind(String word, int width, int height) {
            this.word = word;
            this.width = width;
            this.height = height;
        }
    }

    Panel(Kind kind, String title, String text) {
        this.kind = kind;
        this.title = title;
        this.text = text;
        this.width = kind.width;
    }

    Panel query(String expression, String legend) {
        queries.add(new Query(expression, legend));
        return this;
    }

    /** A label of what the columns hold, with where a click leads. */
    Panel label(String name, String link) {
        columns.add(new Column(name, "", "", Steps.NONE, link));
        return this;
    }

    Panel column(String name, String unit, Steps steps, String expression) {
        columns.add(new Column(name, expression, unit, steps, ""));
        return query(expression, "");
    }

    Panel unit(String unit) {
        this.unit = unit;
        return this;
    }

    Panel steps(Steps steps) {
        this.steps = steps;
        return this;
    }

    Panel wide(int width) {
        this.width = width;
        return this;
    }

    Panel upTo(double greatest) {
        this.greatest = greatest;
        return this;
    }

    /** Below docs/. */
    Panel runbook(String page) {
        runbook = page;
        return this;
    }

    int width() {
        return width;
    }

    int height() {
        return kind.height;
    }

    Map<String, @Nullable Object> json(int id, int x, int y) {
        Map<String, @Nullable Object> json = Json.object(
                "id",
                id,
                "type",
                kind.word,
                "title",
                title,
                "description",
                text,
                "datasource",
                SOURCE,
                "gridPos",
                Json.object("x", x, "y", y, "w", width, "h", kind.height),
                "links",
                runbook.isEmpty() ? List.of() : List.of(Links.page("What to do", runbook)),
                "targets",
                targets(),
                "fieldConfig",
                Json.object("defaults", defaults(), "overrides", overrides()),
                "options",
                Options.of(kind));
        if (kind == Kind.TABLE) {
            json.put("transformations", List.of(Json.object("id", "merge", "options", Json.object()), organized()));
        }
        return json;
    }

    private List<Map<String, @Nullable Object>> targets() {
        List<Map<String, @Nullable Object>> targets = new ArrayList<>();
        for (Query query : queries) {
            targets.add(Json.object(
                    "refId",
                    name(targets.size()),
                    "datasource",
                    SOURCE,
                    "expr",
                    query.expression(),
                    "legendFormat",
                    query.legend(),
                    "instant",
                    kind != Kind.GRAPH,
                    "range",
                    kind == Kind.GRAPH,
                    "format",
                    kind == Kind.TABLE ? "table" : "time_series"));
        }
        return targets;
    }

    private static String name(int place) {
        return String.valueOf((char) ('A' + place));
    }

    private Map<String, @Nullable Object> defaults() {
        Map<String, @Nullable Object> defaults = Json.object(
                "unit",
                unit,
                "noValue",
                "–",
                "color",
                Json.object("mode", kind == Kind.GRAPH ? "palette-classic" : "thresholds"),
                "thresholds",
                steps.json());
        if (kind == Kind.GRAPH) {
            defaults.put("min", 0);
            defaults.put(
                    "custom",
                    Json.object(
                            "lineWidth",
                            2,
                            "fillOpacity",
                            8,
                            "showPoints",
                            "never",
                            "spanNulls",
                            false,
                            "thresholdsStyle",
                            Json.object("mode", steps.coloured() ? "line" : "off")));
        }
        if (greatest != null) {
            defaults.put("max", greatest);
        }
        return defaults;
    }

    private List<Map<String, @Nullable Object>> overrides() {
        return columns.stream().map(Column::override).toList();
    }

    /** Queries become columns, in their order, under the names that people read. */
    private Map<String, @Nullable Object> organized() {
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        Map<String, @Nullable Object> places = new LinkedHashMap<>();
        int query = 0;
        for (Column column : columns) {
            String raw = column.isLabel() ? column.name() : queries.size() == 1 ? "Value" : "Value #" + name(query++);
            places.put(raw, places.size());
            if (!column.isLabel()) {
                names.put(raw, column.name());
            }
        }
        return Json.object(
                "id",
                "organize",
                "options",
                Json.object("excludeByName", Json.object("Time", true), "indexByName", places, "renameByName", names));
    }
}
