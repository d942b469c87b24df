package io.rungwatch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.duty.OwnTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is woken finds the page that the alert names, and in it what he looks for. */
class RunbooksTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    private static final Path FOLDER = ROOT.resolve("docs/runbooks");
    private static final String INDEX = "README";
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+\\.md)");
    private static final int LONGEST = 45;

    /** In this order; a last one about false alarms where there are any. */
    private static final List<String> PARTS =
            List.of("## What the viewer sees", "## Confirm by hand", "## First action", "## How it clears");

    private static final String FALSE_ALARMS = "## Often not the stream's fault";

    @Test
    void whateverWakesSomebodyHasOne() throws IOException {
        Set<String> missing = new TreeSet<>(ids());
        missing.removeAll(pages());

        assertThat(missing)
                .as("critical and major checks need docs/runbooks/<id>.md: copy a neighbour's, and say what a viewer"
                        + " sees, which curl shows it, who does what first, and how it clears")
                .isEmpty();
    }

    @Test
    void noneIsOfACheckThatDoesNotExist() throws IOException {
        Set<String> left = new TreeSet<>(pages());
        left.removeAll(ids());

        assertThat(left)
                .as("no alert links to these pages: the check is gone, has another id, or is no longer major;"
                        + " rename or delete them")
                .isEmpty();
    }

    @Test
    void eachHasAllItsParts() throws IOException {
        for (String id : pages()) {
            List<String> lines = Files.readAllLines(FOLDER.resolve(id + ".md"));
            List<String> headings =
                    lines.stream().filter(line -> line.startsWith("## ")).toList();
            List<String> expected = new ArrayList<>(PARTS);
            if (headings.contains(FALSE_ALARMS)) {
                expected.add(FALSE_ALARMS);
            }

            assertThat(lines.getFirst()).as("first line of %s.md", id).isEqualTo("# " + id);
            assertThat(headings).as("parts of %s.md, in this order", id).isEqualTo(expected);
            assertThat(empty(lines))
                    .as("parts of %s.md without a word in them", id)
                    .isEmpty();
            assertThat(lines)
                    .as("%s.md is read at three in the morning: %s lines at most", id, LONGEST)
                    .hasSizeLessThanOrEqualTo(LONGEST);
        }
    }

    @Test
    void eachShowsACommand() throws IOException {
        for (String id : pages()) {
            assertThat(Files.readString(FOLDER.resolve(id + ".md")))
                    .as("%s.md says how to confirm it by hand, with a command to copy", id)
                    .contains("```sh\n");
        }
    }

    @Test
    void theIndexNamesThemAll() throws IOException {
        String index = Files.readString(FOLDER.resolve(INDEX + ".md"));

        assertThat(pages())
                .as("docs/runbooks/README.md has a row for each page, below its owner")
                .allMatch(id -> index.contains("| [" + id + "](" + id + ".md) |"));
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (Path file : files()) {
            List<String> dead = LINK.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult link) -> link.group(1))
                    .filter(link -> !Files.exists(FOLDER.resolve(link)))
                    .toList();

            assertThat(dead).as("links of %s", file.getFileName()).isEmpty();
        }
    }

    @Test
    void alertsLinkToWhatExists() {
        assertThat(Stream.concat(
                                AllChecks.LIST.stream().map(Check::info).map(CheckInfo::runbook),
                                Arrays.stream(OwnTrouble.values()).map(OwnTrouble::runbook))
                        .map(link -> link.replaceFirst("#.*", ""))
                        .distinct())
                .allMatch(link -> Files.exists(ROOT.resolve(link)));
    }

    private static Set<String> ids() {
        Set<String> ids = AllChecks.LIST.stream()
                .map(Check::info)
                .filter(CheckInfo::hasRunbook)
                .map(CheckInfo::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(OwnTrouble.values()).map(OwnTrouble::id).forEach(ids::add);
        return ids;
    }

    private static Set<String> pages() throws IOException {
        return files().stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.md$", ""))
                .filter(name -> !name.equals(INDEX))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static List<String> empty(List<String> lines) {
        List<String> empty = new ArrayList<>();
        String open = "";
        for (String line : lines) {
            if (line.startsWith("## ")) {
                empty.addAll(open.isEmpty() ? List.of() : List.of(open));
                open = line;
            } else if (!line.isBlank()) {
                open = "";
            }
        }
        empty.addAll(open.isEmpty() ? List.of() : List.of(open));
        return empty;
    }
}
