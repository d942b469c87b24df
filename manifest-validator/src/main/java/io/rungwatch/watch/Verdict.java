package io.rungwatch.watch;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.ProbeFault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the checks of one poll have said so far, and which shapes of them had something to look at. */
final class Verdict {
    private List<Finding> findings = List.of();
    private List<ProbeFault> faults = List.of();
    private final EnumSet<Input> judged = EnumSet.noneOf(Input.class);

    void add(Finding finding) {
        if (findings.isEmpty()) {
            findings = new ArrayList<>(2);
        }
        findings.add(finding);
    }

    void addAll(List<Finding> more) {
        for (int i = 0; i < more.size(); i++) {
            add(more.get(i));
        }
    }

    void add(ProbeFault fault) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>(1);
        }
        faults.add(fault);
    }

    void judged(Input input) {
        judged.add(input);
    }

    List<Finding> findings() {
        return findings;
    }

    List<ProbeFault> faults() {
        return faults;
    }

    Set<Input> judged() {
        return judged;
    }
}
