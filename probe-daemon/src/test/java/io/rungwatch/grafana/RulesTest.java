package io.rungwatch.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What promtool does not ask: whether our series are meant, who is told, and what he is to do. */
class RulesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([\\w./-]+)(?:#(\\w+))?\\)");

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(Rules.having("record")).hasSizeGreaterThanOrEqualTo(25);
        assertThat(Rules.having("alert")).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void seriesAndLabelsExist() throws IOException {
        List<String> recorded = Rules.recorded().stream().map(Expression::text).toList();
        List<Map<?, ?>> all = new ArrayList<>(Rules.having("record"));
        all.addAll(Rules.having("alert"));
        for (Map<?, ?> rule : all) {
            String expression = String.valueOf(rule.get("expr"));
            List<String> unknown = Names.unknown(expression).stream()
                    .filter(name -> !name.startsWith("by (") || !expression.contains(":rungwatch_"))
                    .toList();
            assertThat(unknown).as(rule.toString()).isEmpty();
            assertThat(Names.recorded(expression)).as(rule.toString()).isSubsetOf(recorded);
        }
    }

    @Test
    void eachAlertSaysHowBadItIsWhoIsMeantAndWhatToDo() throws IOException {
        String page = Files.readString(Dashboards.ROOT.resolve("docs/prometheus-alerts.md"))
                .toLowerCase(Locale.ROOT);
        for (Map<?, ?> rule : Rules.having("alert")) {
            String what = rule.toString();
            Map<?, ?> labels = Rules.map(rule.get("labels"));
            Map<?, ?> annotations = Rules.map(rule.get("annotations"));
            assertThat(String.valueOf(labels.get("severity"))).as(what).isIn("critical", "major", "minor");
            assertThat(labels.containsKey("team") || what.contains("group_left (kind, team)"))
                    .as(what)
                    .isTrue();
            assertThat(String.valueOf(annotations.get("summary"))).as(what).isNotBlank();
            String anchor = String.valueOf(rule.get("alert")).toLowerCase(Locale.ROOT);
            assertThat(annotations.get("runbook_url")).as(what).isEqualTo("docs/prometheus-alerts.md#" + anchor);
            assertThat(page.lines()).as(what).contains("## " + anchor);
        }
    }

    @Test
    void thePageLeadsToPagesThatExist() throws IOException {
        Path docs = Dashboards.ROOT.resolve("docs");
        String checks = Files.readString(docs.resolve("checks.md"));
        Matcher link = LINK.matcher(Files.readString(docs.resolve("prometheus-alerts.md")));
        while (link.find()) {
            assertThat(docs.resolve(link.group(1))).exists();
            assertThat(link.group(2) == null || checks.contains("\n## " + link.group(2) + "\n"))
                    .as(link.group())
                    .isTrue();
        }
    }

    @Test
    void eachAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
        List<String> firing = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (Path file : Rules.tests()) {
            for (Object test : Rules.list(Rules.read(file).get("tests"))) {
                for (Object each : Rules.list(Rules.map(test).get("alert_rule_test"))) {
                    Map<?, ?> its = Rules.map(each);
                    (its.containsKey("exp_alerts") ? firing : silent).add(String.valueOf(its.get("alertname")));
                }
            }
        }
        List<String> alerts = Rules.having("alert").stream()
                .map(rule -> String.valueOf(rule.get("alert")))
                .toList();
        assertThat(alerts).doesNotHaveDuplicates();
        assertThat(firing).containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(silent).containsExactlyInAnyOrderElementsOf(alerts);
    }
}
