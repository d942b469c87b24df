package io.rungwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** docs/webhooks.md says what is so. */
class WebhookDocsTest {
    private static final Path PAGE = Path.of(System.getProperty("project.root", ".."), "docs/webhooks.md");
    private static final Instant NOW = Instant.parse("2026-12-01T02:14:20Z");

    @Test
    void theExampleIsWhatIsSent() throws IOException {
        assertThat(Json.read(block("json").getBytes(StandardCharsets.UTF_8)))
                .as("paste src/test/resources/notify/rungwatch/raised.json into docs/webhooks.md")
                .isEqualTo(Json.read(Files.readAllBytes(BodiesTest.GOLDEN.resolve("rungwatch/raised.json"))));
    }

    @Test
    void everyFieldHasItsRow() throws IOException {
        JsonNode body =
                Json.read(Json.write(Told.of(Messages.raised(), Messages.LINKS)).getBytes(StandardCharsets.UTF_8));
        List<String> fields = new ArrayList<>(body.propertyNames());
        fields.remove("alert");
        body.path("alert").propertyNames().forEach(name -> fields.add("alert." + name));

        List<String> rows = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| `(version|kind|at|alert\\.[A-Za-z]+)` \\|")
                .matcher(Files.readString(PAGE));
        while (row.find()) {
            rows.add(row.group(1));
        }
        assertThat(rows).isEqualTo(fields);
    }

    @Test
    @Tag("debian")
    void theSnippetKnowsWhatIsOurs() throws Exception {
        String body = Json.write(Told.of(Messages.raised(), Messages.LINKS));
        Map<String, String> headers = Signature.headers("s3cr3t", NOW, body);
        String timestamp = headers.getOrDefault("X-Rungwatch-Timestamp", "");
        String signature = headers.getOrDefault("X-Rungwatch-Signature", "");

        assertThat(isOurs("s3cr3t", timestamp, signature, body, NOW)).isEqualTo("True");
        assertThat(isOurs("another", timestamp, signature, body, NOW)).isEqualTo("False");
        assertThat(isOurs("s3cr3t", timestamp, signature, body + " ", NOW)).isEqualTo("False");
        assertThat(isOurs("s3cr3t", timestamp, signature, body, NOW.plusSeconds(301)))
                .isEqualTo("False");
    }

    private static String isOurs(String secret, String timestamp, String signature, String body, Instant now)
            throws Exception {
        String call = "\nimport sys\nprint(is_ours(%s, %s, %s, sys.argv[1].encode(), %d))"
                .formatted("b'" + secret + "'", "'" + timestamp + "'", "'" + signature + "'", now.getEpochSecond());
        Process python = new ProcessBuilder("python3", "-c", block("python") + call, body)
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(python.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
