package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.grafana.Expression;
import io.rungwatch.grafana.Rules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whether Debian's Prometheus has an answer to everything that the dashboards ask and the rules record, while something is wrong everywhere. */
@Tag("debian")
class DashboardsOnPrometheusTest {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration ONE_LOOK = Duration.ofSeconds(3);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachExpressionHasAnAnswer() throws Exception {
        List<Expression> expressions = new ArrayList<>(Expression.committed());
        expressions.addAll(Rules.recorded());
        Map<Expression, String> missing = new LinkedHashMap<>();
        Map<Expression, Integer> series = new LinkedHashMap<>();
        try (ObservedDemo demo = new ObservedDemo(folder, Rules.FOLDER.resolve("*.yml"))) {
            try {
                Until.isTrue("each expression has an answer", LONGEST, () -> {
                    for (Expression expression : expressions) {
                        if (!series.containsKey(expression)) {
                            look(demo, expression, series, missing);
                        }
                    }
                    return missing.isEmpty();
                });
            } finally {
                assertThat(missing).as("panel, expression, reason").isEmpty();
            }
            assertThat(troubleOfRules(demo)).isEmpty();
        }
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("dashboards-on-prometheus.md"), table(series));
    }

    private static void look(
            ObservedDemo demo, Expression expression, Map<Expression, Integer> series, Map<Expression, String> missing)
            throws InterruptedException {
        long began = System.nanoTime();
        JsonNode answer = Web.json(demo.prometheus() + "/api/v1/query?query="
                + URLEncoder.encode(expression.filledIn(), StandardCharsets.UTF_8));
        boolean slow = Duration.ofNanos(System.nanoTime() - began).compareTo(ONE_LOOK) > 0;
        int numbers = 0;
        for (JsonNode each : answer.at("/data/result")) {
            numbers += each.path("value").path(1).asString().equals("NaN") ? 0 : 1;
        }
        if (slow) {
            missing.put(expression, "Prometheus took longer than " + ONE_LOOK);
        } else if (numbers > 0) {
            series.put(expression, numbers);
            missing.remove(expression);
        } else {
            missing.put(expression, answer.path("error").asString("no series, or NaN only: " + expression.filledIn()));
        }
    }

    /** Such as two series where one is meant: promtool does not see it. */
    private static List<String> troubleOfRules(ObservedDemo demo) throws InterruptedException {
        List<String> trouble = new ArrayList<>();
        int rules = 0;
        for (JsonNode group : Web.json(demo.prometheus() + "/api/v1/rules").at("/data/groups")) {
            for (JsonNode rule : group.path("rules")) {
                rules++;
                if (!rule.path("health").asString().equals("ok")) {
                    trouble.add(rule.path("name").asString() + ": "
                            + rule.path("lastError").asString("not looked at yet"));
                }
            }
        }
        assertThat(rules).isGreaterThan(55);
        return trouble;
    }

    private static String table(Map<Expression, Integer> series) {
        StringBuilder table = new StringBuilder("| dashboard | panel | series |\n|---|---|---|\n");
        series.forEach((expression, count) ->
                table.append("| %s | %s | %d |\n".formatted(expression.dashboard(), expression.panel(), count)));
        return table.toString();
    }

    @Test
    void promtoolAcceptsTheRulesAndTheirCases() throws Exception {
        promtool("check", "rules", Rules.files());
        promtool("test", "rules", Rules.tests());
    }

    private void promtool(String verb, String what, List<Path> files) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of("/usr/bin/promtool", verb, what),
                        files.stream().map(Path::toString))
                .toList();
        Path log = folder.resolve(verb + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("promtool ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
