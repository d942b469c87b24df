package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.past.Advances;
import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class PublishingIrregular implements PastCheck {
    private static final int ADVANCES = 30;
    /** One of thirty may be late. */
    private static final int FORGIVEN = 1;

    private static final int BURST = 3;

    private static final CheckInfo INFO = PastCheck.declare(
                    "publishing_irregular", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(Threshold.targetDurations(
                    1.5,
                    "from one new segment to the next, one more that our polling adds, and what caches may hold back"))
            .summary("Segments come late or in bursts though none is missing; info for the bursts alone")
            .impact("Players must hold more in their buffer: latency grows, and some stall.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Look at the packager's disk and at what copies its files to the origin.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Past past, Rendition rendition, ChannelProfile profile) {
        Advances seen = past.advances();
        if (seen.size() <= ADVANCES || rendition.kind() == Rendition.Kind.SUBTITLES) {
            return Finding.NONE;
        }
        long target = past.step().current().effectiveTargetDuration();
        double limit =
                (profile.threshold(INFO) + 1) * target + past.step().cacheLife().toNanos();
        int late = 0;
        int bursts = 0;
        long longest = 0;
        for (int i = seen.size() - ADVANCES; i < seen.size(); i++) {
            long interval = seen.seenAt(i) - seen.seenAt(i - 1) - seen.blind(i);
            longest = Math.max(longest, interval);
            late += interval > limit ? 1 : 0;
            bursts += seen.blind(i) == 0 && seen.count(i) >= BURST && seen.media(i) - seen.media(i - 1) > 2 * target
                    ? 1
                    : 0;
        }
        if (late <= FORGIVEN && bursts <= FORGIVEN) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        late + " of the last " + ADVANCES + " times the next segment came late, the latest after "
                                + Times.text(longest) + "; " + bursts + " times three or more came at once")
                .severity(late > FORGIVEN ? Severity.MINOR : Severity.INFO)
                .with("late", late)
                .with("bursts", bursts)
                .with("longest_seconds", Times.seconds(longest))
                .alone();
    }
}
