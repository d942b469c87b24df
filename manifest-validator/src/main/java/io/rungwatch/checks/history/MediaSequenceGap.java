package io.rungwatch.checks.history;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;

public final class MediaSequenceGap implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "media_sequence_gap", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(2, "how far numbers may run ahead of the clock"))
            .summary("Media sequence numbers ran ahead of the clock; info when segments merely passed unseen")
            .impact("A jump forward, or a stall in players that look for the next number.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.2")
            .action("Did the packager restart with a new numbering?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        if (step.relation() != Relation.AHEAD || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        MediaPlaylist before = step.previous().get();
        MediaPlaylist now = step.current();
        long missing = SequenceNumbers.distance(before.endNumber(), now.firstNumber());
        if (missing <= 0) {
            return Finding.NONE;
        }
        boolean ahead = aheadOfTheClock(step, before, profile.threshold(INFO) * now.effectiveTargetDuration());
        return Finding.of(
                        INFO,
                        (ahead ? "numbers jumped from " : "not seen in between: ")
                                + SequenceNumbers.text(before.endNumber() - 1) + " to "
                                + SequenceNumbers.text(now.firstNumber()) + " within "
                                + Times.text(passed(step)))
                .severity(ahead ? Severity.MAJOR : Severity.INFO)
                .with("last", SequenceNumbers.text(before.endNumber() - 1))
                .with("next", SequenceNumbers.text(now.firstNumber()))
                .with("missing", missing)
                .alone();
    }

    /**
     * Numbers ahead of dates are new numbers. Where both agree, a playlist that was frozen or late has caught up; only one that ends in
     * the future ran ahead.
     */
    private static boolean aheadOfTheClock(Step<MediaPlaylist> step, MediaPlaylist before, double slack) {
        MediaPlaylist now = step.current();
        long mean = before.window() / before.segments().size();
        double passed = passed(step).toNanos();
        double byNumbers = (double) SequenceNumbers.distance(before.endNumber(), now.endNumber()) * mean;
        boolean tooFar = byNumbers - passed > slack;
        if (before.edge().isEmpty() || now.edge().isEmpty()) {
            return tooFar;
        }
        double byDates = (double) now.edge().getAsLong() - before.edge().getAsLong();
        boolean renumbered = byNumbers - byDates > slack + passed / 10;
        return renumbered || tooFar && Times.instant(now.edge().getAsLong()).isAfter(step.at());
    }

    /** Since the edge that was known came up: while it stood still, the clock did not. */
    private static Duration passed(Step<MediaPlaylist> step) {
        return Duration.between(step.previousChangedAt(), step.at());
    }
}
