package io.rungwatch.checks;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a check of many small rules found in one document: one finding, as bad as the worst of it, that names the first few. */
public final class Faults {
    /** Nobody reads a list of thousands. */
    private static final int TOLD = 5;

    private final CheckInfo info;
    private final List<String> texts = new ArrayList<>(2);
    private final List<Integer> lines = new ArrayList<>(2);
    private final Set<String> kinds = new TreeSet<>();
    private Severity worst = Severity.INFO;
    private int count;

    public Faults(CheckInfo info) {
        this.info = info;
    }

    /** As bad as the check usually is. `kind` is for facts, `text` for people. */
    public void add(int line, String kind, String text) {
        add(info.severity(), line, kind, text);
    }

    /** `line` is 0 where what is wrong is missing. */
    public void add(Severity severity, int line, String kind, String text) {
        boolean worse = severity.compareTo(worst) > 0;
        if (worse) {
            worst = severity;
            // What somebody is woken for stands in front of what is only told with it.
            texts.clear();
            lines.clear();
        }
        count++;
        kinds.add(kind);
        if (texts.size() < TOLD && severity == worst) {
            texts.add(line == 0 ? text : "line " + line + ": " + text);
            if (line > 0) {
                lines.add(line);
            }
        }
    }

    public boolean none() {
        return count == 0;
    }

    public List<Finding> told() {
        if (count == 0) {
            return Finding.NONE;
        }
        String more = count > texts.size() ? ", and " + (count - texts.size()) + " more" : "";
        Finding finding = Finding.of(info, String.join("; ", texts) + more)
                .severity(worst)
                .with("faults", count)
                .with("kinds", String.join(", ", kinds));
        return (lines.isEmpty() ? finding : finding.with("lines", List.copyOf(lines))).alone();
    }
}
