package io.rungwatch.check;

import io.rungwatch.dash.Place;
import java.util.ArrayList;
import java.util.List;

/** What one check finds in a manifest of many parts, told as one: the worst, and how many more there are. */
public final class Tally {
    private final CheckInfo check;
    private final List<Finding> all = new ArrayList<>(0);

    public Tally(CheckInfo check) {
        this.check = check;
    }

    public void add(Severity severity, Place at, String message) {
        add(severity, at.line(), message);
    }

    public void add(Severity severity, int line, String message) {
        all.add(Finding.of(check, message + " (line " + line + ")")
                .severity(severity)
                .with("line", line));
    }

    /** With facts of its own. */
    public void add(Finding finding) {
        all.add(finding);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Finding> worst() {
        if (all.size() < 2) {
            return List.copyOf(all);
        }
        Finding worst = all.getFirst();
        for (Finding finding : all) {
            worst = finding.severity().compareTo(worst.severity()) > 0 ? finding : worst;
        }
        String more = worst.message() + ", and " + (all.size() - 1) + " more";
        return new Finding(check, worst.severity(), more, worst.facts())
                .with("findings", all.size())
                .alone();
    }
}
