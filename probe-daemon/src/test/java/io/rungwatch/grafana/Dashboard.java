package io.rungwatch.grafana;

import io.rungwatch.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Panels from left to right, row by row, and what may be chosen above them. */
final class Dashboard {
    private static final int WIDTH = 24;
    private static final int SCHEMA = 38;

    private final String uid;
    private final String title;
    private final String text;
    private final List<Map<String, @Nullable Object>> variables = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> panels = new ArrayList<>();
    private String annotated = "";
    private int x;
    private int y;
    private int height;

    Dashboard(String uid, String title, String text) {
        this.uid = uid;
        this.title = title;
        this.text = text;
        variables.add(Json.object(
                "name", "datasource", "label", "Prometheus", "type", "datasource", "query", "prometheus", "hide", 0));
    }

    String uid() {
        return uid;
    }

    /** Chosen by whoever looks; all of them otherwise. */
    Dashboard choice(String name, String values) {
        variables.add(variable(name, values, true, 0));
        return this;
    }

    /** Exactly one. */
    Dashboard one(String name, String values) {
        variables.add(variable(name, values, false, 0));
        return this;
    }

    /** Chosen by nobody: the layers of a kind, whatever they are called here. */
    Dashboard layers(String kind) {
        variables.add(variable(kind, "rungwatch_layer_properties{kind='" + kind + "'}, layer", true, 2));
        return this;
    }

    private static Map<String, @Nullable Object> variable(String name, String values, boolean many, int hide) {
        String query = "label_values(" + values + ")";
        Map<String, @Nullable Object> variable = Json.object(
                "name",
                name,
                "label",
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                "type",
                "query",
                "datasource",
                Panel.SOURCE,
                "definition",
                query,
                "query",
                Json.object("query", query, "refId", name),
                "refresh",
                2,
                "sort",
                1,
                "hide",
                hide,
                "multi",
                many,
                "includeAll",
                many);
        if (many) {
            variable.put("current", Json.object("text", List.of("All"), "value", List.of("$__all")));
        }
        return variable;
    }

    /** Alerts of which channels stand on the time axis. */
    Dashboard annotated(String channels) {
        annotated = channels;
        return this;
    }

    Dashboard row(String title) {
        wrap();
        panels.add(Json.object(
                "id",
                panels.size() + 1,
                "type",
                "row",
                "title",
                title,
                "collapsed",
                false,
                "panels",
                List.of(),
                "gridPos",
                Json.object("x", 0, "y", y, "w", WIDTH, "h", 1)));
        y++;
        return this;
    }

    Dashboard add(Panel panel) {
        if (x + panel.width() > WIDTH) {
            wrap();
        }
        panels.add(panel.json(panels.size() + 1, x, y));
        x += panel.width();
        height = Math.max(height, panel.height());
        return this;
    }

    private void wrap() {
        x = 0;
        y += height;
        height = 0;
    }

    private Map<String, @Nullable Object> annotation(String severity, String colour) {
        return Json.object(
                "name",
                Character.toUpperCase(severity.charAt(0)) + severity.substring(1) + " alerts",
                "datasource",
                Panel.SOURCE,
                "enable",
                true,
                "iconColor",
                colour,
                "expr",
                "rungwatch_channel_alerts{channel=~'" + annotated + "', severity='" + severity + "'} > 0",
                "step",
                "30s",
                "titleFormat",
                "{{channel}} " + severity,
                "textFormat",
                "what is wrong stands on the probe's page and in its API");
    }

    String json() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(variables);
        all.add(Json.object(
                "name",
                "docs",
                "label",
                "Docs at",
                "type",
                "textbox",
                "query",
                "http://127.0.0.1:9464/docs",
                "hide",
                2));
        return Json.pretty(Json.object(
                        "uid",
                        uid,
                        "title",
                        "Rungwatch / " + title,
                        "description",
                        text,
                        "tags",
                        List.of("rungwatch"),
                        "schemaVersion",
                        SCHEMA,
                        "editable",
                        true,
                        "graphTooltip",
                        1,
                        "refresh",
                        "30s",
                        "timezone",
                        "browser",
                        "time",
                        Json.object("from", "now-1h", "to", "now"),
                        "links",
                        List.of(Json.object(
                                "type",
                                "dashboards",
                                "title",
                                "Rungwatch",
                                "tags",
                                List.of("rungwatch"),
                                "asDropdown",
                                false,
                                "includeVars",
                                false,
                                "keepTime",
                                true)),
                        "annotations",
                        Json.object("list", List.of(annotation("critical", "red"), annotation("major", "orange"))),
                        "templating",
                        Json.object("list", all),
                        "panels",
                        panels))
                + "\n";
    }
}
