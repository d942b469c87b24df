package io.rungwatch.page;

import io.rungwatch.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A script that looks at the page in Chromium and tells of each of its steps in a line of JSON. */
final class NodeScript {
    static final Path FOLDER = Path.of("src/test/page").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 200;

    private NodeScript() {}

    record Step(String name, String error) {}

    static List<Step> run(String script, Map<String, ?> order) throws IOException, InterruptedException {
        Path out = Files.createTempFile("page", ".jsonl");
        Path errors = Files.createTempFile("page", ".txt");
        Process node = new ProcessBuilder("node", script, Json.write(order))
                .directory(FOLDER.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            if (!node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                node.descendants().forEach(ProcessHandle::destroyForcibly);
                throw new AssertionError(script + " did not end; it had said\n" + Files.readString(out));
            }
            if (node.exitValue() != 0) {
                throw new AssertionError(script + ": " + Files.readString(errors));
            }
            String said = Files.readString(out, StandardCharsets.UTF_8);
            System.out.print(said);
            return said.lines().map(NodeScript::step).toList();
        } finally {
            node.destroyForcibly();
            Files.delete(out);
            Files.delete(errors);
        }
    }

    private static Step step(String line) {
        JsonNode step = Json.read(line.getBytes(StandardCharsets.UTF_8));
        return new Step(
                step.path("step").asString(),
                step.path("error").isNull() ? "" : step.path("error").asString());
    }
}
