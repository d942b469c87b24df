package io.rungwatch.checks.fetch;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.ProbeCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Vantage;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.Set;

public final class ProbeCannotJudge implements ProbeCheck {
    private static final CheckInfo INFO = ProbeCheck.declare("probe_cannot_judge", Severity.INFO, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(0.5, "that the probe may be late"))
            .summary(
                    "The probe asked too late or not at all, or no layer lets it in: nothing else is raised or cleared; major for a channel that it cannot see at all")
            .impact("Nobody knows what viewers of this channel see; or nothing, when only the probe is shut out.")
            .spec("Rungwatch")
            .action(
                    "Look at the probe first: the load of its host, its token, its address in the allow list, its rate.");

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 407, 429);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Vantage vantage, ChannelProfile profile) {
        long late = vantage.late().toNanos();
        if (late > profile.threshold(INFO) * vantage.targetDuration().toNanos()) {
            long millis = vantage.late().toMillis();
            return Finding.of(INFO, "the probe asked " + millis + " ms later than it meant to")
                    .with("late_ms", millis)
                    .alone();
        }
        if (!vantage.asked()) {
            return Finding.of(INFO, "the probe had no connection free and did not ask")
                    .alone();
        }
        List<Integer> statuses = vantage.statuses();
        if (statuses.isEmpty() || !REFUSALS.containsAll(statuses)) {
            return Finding.NONE;
        }
        List<Integer> said = statuses.stream().distinct().sorted().toList();
        String words = String.join(", ", said.stream().map(String::valueOf).toList());
        return Finding.of(INFO, "the probe is not let in anywhere: HTTP " + words)
                .severity(vantage.rendition().isEntry() ? Severity.MAJOR : Severity.INFO)
                .with("layers", statuses.size())
                .alone();
    }
}
