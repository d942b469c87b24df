package io.rungwatch.watch;

import io.rungwatch.profile.Maintenance;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** "Cannot judge" is an answer: what was seen is remembered, nothing is raised and nothing cleared. */
final class NotJudging {
    private NotJudging() {}

    static PollReport late(PollReport report, Duration late) {
        return because(report, "the probe asked " + late.toMillis() + " ms later than it meant to");
    }

    static PollReport planned(PollReport report, Maintenance window) {
        return because(report, "maintenance until " + window.to() + ": " + window.reason());
    }

    private static PollReport because(PollReport report, String reason) {
        return new PollReport(
                report.where(),
                report.url(),
                report.at(),
                new Outcome.NotJudged(report.outcome().exchange(), reason),
                List.of(),
                report.faults(),
                Set.of(),
                report.secondLook(),
                report.targetDuration());
    }
}
