package io.rungwatch.grafana;

import io.rungwatch.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a click leads. */
final class Links {
    static final String CHANNEL = to("rungwatch-channel", "channel");
    static final String LAYER = to("rungwatch-edge", "layer");
    static final String CHECK = "${docs}/checks.md#${__value.raw}";

    private Links() {}

    /** The value that was clicked is what the other dashboard looks at. */
    private static String to(String dashboard, String variable) {
        return "/d/" + dashboard + "?var-" + variable
                + "=${__value.raw}&var-datasource=${datasource}&${__url_time_range}";
    }

    static Map<String, @Nullable Object> page(String title, String page) {
        return Json.object("title", title, "url", "${docs}/" + page, "targetBlank", true);
    }
}
