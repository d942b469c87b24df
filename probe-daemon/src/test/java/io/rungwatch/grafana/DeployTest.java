package io.rungwatch.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The compose file and what it leads into containers: whether the parts fit together. */
class DeployTest {
    private static final Path FOLDER = Dashboards.ROOT.resolve("deploy/observability");

    @Test
    void whatIsMountedIsThere() throws IOException {
        for (String mount : mounts()) {
            String source = mount.substring(0, mount.indexOf(':'));
            if (source.startsWith(".")) {
                assertThat(FOLDER.resolve(source)).as(mount).exists();
            }
        }
    }

    @Test
    void grafanaLooksForDashboardsWhereTheyAreMounted() throws IOException {
        String provider = Files.readString(Dashboards.ROOT.resolve("grafana/provisioning/dashboards/rungwatch.yaml"));
        String mount = mounts().stream()
                .filter(each -> each.contains("grafana/dashboards:"))
                .findFirst()
                .orElseThrow();
        String target = mount.split(":", -1)[1];
        assertThat(provider).contains("path: " + target + " ");
        assertThat(Files.readString(FOLDER.resolve("compose.yaml"))).contains(target + "/rungwatch-noc.json");
    }

    @Test
    void imagesHaveAVersionAndNothingListensOnTheNetwork() throws IOException {
        for (Object service : services().values()) {
            Map<?, ?> its = Rules.map(service);
            assertThat(String.valueOf(its.get("image"))).matches("[\\w/]+:v?\\d+\\.\\d+\\.\\d+");
            assertThat(its.toString()).contains("127.0.0.1");
            assertThat(its.containsKey("ports")).isFalse();
        }
    }

    @Test
    void eachTeamOfTheRulesHasARoute() throws IOException {
        String routes = Files.readString(FOLDER.resolve("alertmanager.yml"));
        for (Map<?, ?> rule : Rules.having("alert")) {
            Object team = Rules.map(rule.get("labels")).get("team");
            if (team != null) {
                assertThat(routes).contains("name: " + team + "\n");
            }
        }
    }

    @Test
    void alertsThatMuteOrAreMutedExist() throws IOException {
        List<String> alerts = Rules.having("alert").stream()
                .map(rule -> String.valueOf(rule.get("alert")))
                .toList();
        for (Object rule :
                Rules.list(Rules.read(FOLDER.resolve("alertmanager.yml")).get("inhibit_rules"))) {
            for (String side : List.of("source_matchers", "target_matchers")) {
                String matcher =
                        String.valueOf(Rules.list(Rules.map(rule).get(side)).getFirst());
                String pattern = matcher.replaceAll("^alertname=~?\"(.*)\"$", "$1");
                for (String name : alternatives(pattern)) {
                    assertThat(alerts).as(matcher).anyMatch(alert -> alert.matches(name));
                }
            }
        }
    }

    /** `A|B(C|D)` is A, BC and BD here. */
    private static List<String> alternatives(String pattern) {
        List<String> all = new ArrayList<>();
        for (String each : pattern.split("\\|(?![^(]*\\))", -1)) {
            int open = each.indexOf('(');
            if (open < 0) {
                all.add(each);
            } else {
                for (String end : each.substring(open + 1, each.length() - 1).split("\\|", -1)) {
                    all.add(each.substring(0, open) + end);
                }
            }
        }
        return all;
    }

    private static Map<?, ?> services() throws IOException {
        return Rules.map(Rules.read(FOLDER.resolve("compose.yaml")).get("services"));
    }

    private static List<String> mounts() throws IOException {
        return services().values().stream()
                .flatMap(service -> Rules.list(Rules.map(service).get("volumes")).stream())
                .map(String::valueOf)
                .toList();
    }
}
