package io.rungwatch.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** grafana/dashboards is made from the code beside this test: the build compares, `-Dupdate=true` rewrites. */
class DashboardsTest {
    private static final Pattern DASHBOARD = Pattern.compile("/d/([\\w-]+)\\?var-(\\w+)=");
    private static final Pattern PAGE = Pattern.compile("\\$\\{docs}/([\\w./-]+)(?:#([\\w-]+))?");
    private static final int WIDTH = 24;

    private final Map<String, JsonNode> dashboards = Dashboards.all().stream()
            .collect(Collectors.toMap(
                    Dashboard::uid, dashboard -> Json.read(dashboard.json().getBytes(StandardCharsets.UTF_8))));

    @Test
    void whatIsCommittedIsWhatTheCodeSays() throws IOException {
        for (Dashboard dashboard : Dashboards.all()) {
            Path file = Dashboards.file(dashboard);
            if (Boolean.getBoolean("update")) {
                Files.createDirectories(Dashboards.FOLDER);
                Files.writeString(file, dashboard.json());
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s is rendered from code: run ./test --fast -Dupdate=true and commit what changed", file)
                    .isEqualTo(dashboard.json());
        }
        try (Stream<Path> files = Files.list(Dashboards.FOLDER)) {
            assertThat(files.count())
                    .as("files in %s", Dashboards.FOLDER)
                    .isEqualTo(Dashboards.all().size());
        }
    }

    @Test
    void uidsAndNumbersOfPanelsAreUsedOnce() {
        assertThat(dashboards).hasSize(Dashboards.all().size());
        dashboards
                .values()
                .forEach(dashboard -> assertThat(
                                all(dashboard, panel -> panel.path("id").asInt()))
                        .as(dashboard.path("uid").asString())
                        .doesNotHaveDuplicates());
    }

    @Test
    void eachPanelSaysWhatItShowsInWhichUnitAndAsksTheChosenPrometheus() {
        for (JsonNode panel : panels()) {
            String what = panel.toPrettyString();
            assertThat(panel.path("title").asString()).as(what).isNotBlank();
            assertThat(panel.path("description").asString()).as(what).hasSizeGreaterThan(8);
            assertThat(panel.at("/fieldConfig/defaults/unit").asString())
                    .as(what)
                    .isNotBlank();
            assertThat(panel.at("/datasource/uid").asString()).as(what).isEqualTo("${datasource}");
            assertThat(panel.path("targets")).as(what).isNotEmpty();
            for (JsonNode target : panel.path("targets")) {
                assertThat(target.at("/datasource/uid").asString()).as(what).isEqualTo("${datasource}");
            }
        }
    }

    @Test
    void panelsLieBesideEachOther() {
        for (JsonNode dashboard : dashboards.values()) {
            boolean[][] taken = new boolean[200][WIDTH];
            for (JsonNode panel : dashboard.path("panels")) {
                JsonNode at = panel.path("gridPos");
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    for (int x = at.path("x").asInt();
                            x < at.path("x").asInt() + at.path("w").asInt();
                            x++) {
                        assertThat(taken[y][x])
                                .as("%s at %d, %d", panel.path("title"), x, y)
                                .isFalse();
                        taken[y][x] = true;
                    }
                }
            }
        }
    }

    @Test
    void tablesLeadToTheChannelAndLinksToDashboardsThatHaveWhatTheySet() {
        for (JsonNode panel : panels()) {
            String text = panel.toString();
            if (panel.path("type").asString().equals("table")) {
                assertThat(text).as(panel.path("title").asString()).contains("\"id\":\"links\"");
            }
            Matcher link = DASHBOARD.matcher(text);
            while (link.find()) {
                JsonNode target = dashboards.getOrDefault(link.group(1), MissingNode.getInstance());
                assertThat(target.at("/templating/list").findValuesAsString("name"))
                        .contains(link.group(2));
            }
        }
    }

    @Test
    void runbooksAreThere() throws IOException {
        for (JsonNode panel : panels()) {
            Matcher page = PAGE.matcher(panel.toString());
            while (page.find()) {
                String text = Files.readString(Dashboards.ROOT.resolve("docs").resolve(page.group(1)));
                if (page.group(2) == null) {
                    continue;
                }
                assertThat(text.lines().map(line -> line.toLowerCase(java.util.Locale.ROOT)))
                        .as(panel.path("title").asString())
                        .contains("## " + page.group(2));
            }
        }
    }

    @Test
    void seriesAndLabelsExist() {
        for (JsonNode dashboard : dashboards.values()) {
            for (Expression expression : Expression.of(dashboard)) {
                assertThat(Names.unknown(expression.text()))
                        .as(expression.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void whatIsNotThereIsNoticed() {
        assertThat(Names.unknown("sum by (le, layer) (rate(rungwatch_fetch_seconds_bucket{layer='x'}[5m]))"))
                .isEmpty();
        assertThat(Names.unknown("sum by (layers) (rungwatch_hit_ratios{layer='x'} + rungwatch_hit_ratio{pop=\"x\"})"))
                .containsExactlyInAnyOrder("by (layers)", "rungwatch_hit_ratios", "rungwatch_hit_ratio{pop}");
    }

    private List<JsonNode> panels() {
        return dashboards.values().stream()
                .flatMap(dashboard -> all(dashboard, Function.identity()).stream())
                .filter(panel -> !panel.path("type").asString().equals("row"))
                .toList();
    }

    private static <T> List<T> all(JsonNode dashboard, Function<JsonNode, T> what) {
        List<T> all = new ArrayList<>();
        dashboard.path("panels").forEach(panel -> all.add(what.apply(panel)));
        return all;
    }
}
