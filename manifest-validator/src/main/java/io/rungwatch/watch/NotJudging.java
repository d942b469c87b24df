package io.rungwatch.watch;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.ProbeFault;
import io.rungwatch.profile.Maintenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "Cannot judge" is an answer: what was seen is remembered, nothing is raised and nothing cleared. */
final class NotJudging {
    private NotJudging() {}

    /** What the probe found wrong with itself takes the place of the rest. */
    static PollReport own(PollReport report, Verdict own) {
        if (own.findings().isEmpty() && own.faults().isEmpty()) {
            return report;
        }
        List<ProbeFault> faults = new ArrayList<>(report.faults());
        faults.addAll(own.faults());
        return own.findings().isEmpty()
                ? with(report, report.outcome(), report.findings(), faults, report.judged())
                : with(
                        report,
                        notJudged(report, own.findings().getFirst().message()),
                        own.findings(),
                        faults,
                        Set.of(Input.PROBE));
    }

    static PollReport planned(PollReport report, Maintenance window) {
        Outcome outcome = notJudged(report, "maintenance until " + window.to() + ": " + window.reason());
        return with(report, outcome, List.of(), report.faults(), Set.of());
    }

    /** Nobody answers, and it is not known yet whose fault that is. */
    static PollReport wondering(PollReport report) {
        Outcome outcome = notJudged(report, "no host answers, and the references have not been heard yet");
        return with(report, outcome, List.of(), report.faults(), Set.of());
    }

    /** Its name has no address, and neither has any other: the name service is the probe's. */
    static PollReport nameless(PollReport report) {
        Outcome outcome = notJudged(report, "no name gets an answer from the probe's name service");
        return with(report, outcome, List.of(), report.faults(), Set.of());
    }

    private static Outcome notJudged(PollReport report, String reason) {
        return new Outcome.NotJudged(report.outcome().exchange(), reason);
    }

    private static PollReport with(
            PollReport report, Outcome outcome, List<Finding> findings, List<ProbeFault> faults, Set<Input> judged) {
        return new PollReport(
                report.where(),
                report.url(),
                report.at(),
                outcome,
                findings,
                faults,
                judged,
                report.secondLook(),
                report.targetDuration());
    }
}
