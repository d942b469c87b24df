package io.rungwatch.config;

import io.rungwatch.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schema, with which an editor completes keys and underlines mistakes while they are typed. */
public final class ConfigSchema {
    private ConfigSchema() {}

    public static String profile() {
        return schema("Rungwatch channel profile", ProfileShape.PROFILE);
    }

    public static String daemon() {
        return schema("Rungwatch daemon", DaemonShape.DAEMON);
    }

    private static String schema(String title, Section section) {
        Map<String, @Nullable Object> schema =
                Json.object("$schema", "https://json-schema.org/draft/2020-12/schema", "title", title);
        schema.putAll(section.schema());
        return Json.pretty(schema);
    }
}
