package io.rungwatch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.cli.Thresholds;
import io.rungwatch.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages under docs/ that are made from code: the build compares, `-Dupdate=true` rewrites. */
class DocsTest {
    private static final Path DOCS = Path.of(System.getProperty("project.root", ".."), "docs");

    @Test
    void checks() throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("# Checks\n\nRendered from the code; change the check, then `./test --fast -Dupdate=true`.\n\n");
        page.append(
                "Confirmed means what it takes before an alert is raised; `check` and `replay` print findings as they are seen.\n");
        page.append("Owner by-layer: the team of the first layer of the chain on which the finding is true.\n\n");
        page.append(
                "After an event nothing stays to be seen: its alert stays for a quarter of an hour, and what comes back by then is the same one.\n\n");
        page.append("Checks come in sets; a profile switches sets and single checks below `checks`:\n\n");
        for (CheckSet set : CheckSet.values()) {
            page.append("- `%s` (%s): %s\n".formatted(set.word(), set.usual() ? "on" : "off", set.text()));
        }
        page.append(
                "\n| check | set | severity | owner | looks at | confirmed | says |\n|---|---|---|---|---|---|---|\n");
        for (Check check : AllChecks.LIST) {
            CheckInfo info = check.info();
            page.append("| [%s](#%s) | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            info.id(),
                            info.id(),
                            info.set().word(),
                            info.severity().word(),
                            info.owner().word(),
                            info.input().text(),
                            info.confirm().text() + (info.event() ? ", an event" : ""),
                            info.summary()));
        }
        for (Check check : AllChecks.LIST) {
            CheckInfo info = check.info();
            page.append("\n## ")
                    .append(info.id())
                    .append("\n\n")
                    .append(info.summary())
                    .append(".\n\n");
            page.append("- **Viewer**: ").append(info.impact()).append('\n');
            page.append("- **First**: ").append(info.action()).append('\n');
            if (!info.threshold().meaning().isEmpty()) {
                page.append("- **Threshold**: ")
                        .append(Thresholds.explained(info.threshold()))
                        .append('\n');
            }
            page.append("- **Rests on**: ").append(info.spec()).append('\n');
        }
        compare("checks.md", page.toString());
    }

    @Test
    void metrics() throws IOException {
        StringBuilder page = new StringBuilder();
        page.append(
                "# Metrics\n\nRendered from the code. Labels are closed: never a URL, a message or a segment's name.\n");
        page.append("A series goes when its channel goes; counters stand at 0 before the first failure.\n\n");
        page.append("| metric | type | labels | says |\n|---|---|---|---|\n");
        for (Metric metric : Metric.values()) {
            String labels = metric.labels().stream().map(Metric.Label::word).collect(Collectors.joining(", "));
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            metric.exposed(),
                            metric.type() == Metric.Type.TIMER
                                    ? "histogram"
                                    : metric.exposed().endsWith("_total") ? "counter" : "gauge",
                            labels.isEmpty() ? "" : "`" + labels + "`",
                            metric.help()));
        }
        page.append(
                "\nSeries of one channel with 4 rungs, audio and subtitles at 4 layers: 88, with DASH beside HLS 16 more (a test counts them).\n");
        compare("metrics.md", page.toString());
    }

    private static void compare(String name, String rendered) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("update")) {
            Files.writeString(file, rendered);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s is rendered from code: run ./test --fast -Dupdate=true and commit what changed", name)
                .isEqualTo(rendered);
    }
}
