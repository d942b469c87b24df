package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.check.CheckSet;
import io.rungwatch.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people and editors are told comes from what the files are read by. */
class ConfigDocsTest {
    private static final Path PAGE = Path.of(System.getProperty("project.root", ".."), "docs/config.md");

    @Test
    void thePageIsTheOneThatTheCodeWrites() throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(PAGE.resolveSibling(""));
            Files.writeString(PAGE, ConfigDocs.text());
        }
        assertThat(ConfigDocs.text())
                .as("docs/config.md is rendered: run this test with -Dupdate=true")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyKeyHasALineOfDoc() {
        everyKey(ProfileShape.PROFILE);
        everyKey(DaemonShape.DAEMON);
    }

    @Test
    void schemaOfProfiles() {
        JsonNode schema = read(ConfigSchema.profile());
        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("required").toString()).isEqualTo("[\"channel\"]");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        JsonNode properties = schema.path("properties");
        assertThat(properties.path("mode").path("enum").toString()).isEqualTo("[\"live\",\"event\",\"vod\"]");
        assertThat(properties.path("mode").path("default").asString()).isEqualTo("live");
        assertThat(properties.path("checks").path("properties").size())
                .isEqualTo(CheckSet.values().length + AllChecks.LIST.size());
        String duration = properties
                .path("segment")
                .path("properties")
                .path("duration")
                .path("pattern")
                .asString();
        assertThat("6s").matches(duration);
        assertThat("6").doesNotMatch(duration);
    }

    @Test
    void schemaOfTheDaemon() {
        JsonNode schema = read(ConfigSchema.daemon());
        assertThat(schema.path("required").toString()).isEqualTo("[\"layers\"]");
        JsonNode defaults = schema.path("properties").path("defaults").path("properties");
        assertThat(defaults.has("channel")).isFalse();
        assertThat(defaults.has("segment")).isTrue();
    }

    private static JsonNode read(String json) {
        JsonNode schema = Json.read(json.getBytes(StandardCharsets.UTF_8));
        schema.findValues("pattern").forEach(pattern -> Pattern.compile(pattern.asString()));
        return schema;
    }

    private static void everyKey(Section section) {
        for (Key<?> key : section.keys()) {
            assertThat(key.doc()).as(key.name()).isNotBlank().endsWith(".").doesNotContain("|");
            key.type().section().ifPresent(ConfigDocsTest::everyKey);
        }
    }
}
