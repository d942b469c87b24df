package io.rungwatch.watch;

import io.rungwatch.check.Check;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.ProbeFault;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the checks of one poll have said so far, and which shapes of them had something to look at. */
public final class Verdict {
    private List<Finding> findings = List.of();
    private List<ProbeFault> faults = List.of();
    private final EnumSet<Input> judged = EnumSet.noneOf(Input.class);

    /** A check that throws is our fault and ours alone: it is told as such, and the others still run. */
    public <C extends Check> void run(List<C> checks, Function<C, List<Finding>> judge, ChannelProfile profile) {
        for (int i = 0; i < checks.size(); i++) {
            C check = checks.get(i);
            try {
                List<Finding> found = judge.apply(check);
                for (int k = 0; k < found.size(); k++) {
                    add(asItSays(profile, found.get(k)));
                }
            } catch (RuntimeException | StackOverflowError e) {
                add(new ProbeFault(check.info().id(), e.toString()));
            }
        }
    }

    private static Finding asItSays(ChannelProfile profile, Finding finding) {
        CheckSetting setting = profile.checks().get(finding.check().id());
        return setting == null
                ? finding
                : setting.severity().map(finding::severity).orElse(finding);
    }

    void add(Finding finding) {
        if (findings.isEmpty()) {
            findings = new ArrayList<>(2);
        }
        findings.add(finding);
    }

    public void addAll(List<Finding> more) {
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

    /** Each finding becomes what is made of it, or nothing. */
    public void replace(Function<Finding, Optional<Finding>> of) {
        if (!findings.isEmpty()) {
            List<Finding> before = findings;
            findings = new ArrayList<>(before.size());
            before.forEach(finding -> of.apply(finding).ifPresent(findings::add));
        }
    }

    public void judged(Input input) {
        judged.add(input);
    }

    public List<Finding> findings() {
        return findings;
    }

    public List<ProbeFault> faults() {
        return faults;
    }

    public Set<Input> judged() {
        return judged;
    }
}
