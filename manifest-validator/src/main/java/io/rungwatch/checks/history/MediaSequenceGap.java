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
            .asEvent()
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
        boolean ahead = aheadOfTime(step, before) > profile.threshold(INFO) * now.effectiveTargetDuration();
        return Finding.of(
                        INFO,
                        (ahead ? "numbers jumped from " : "not seen in between: ")
                                + SequenceNumbers.text(before.endNumber() - 1) + " to "
                                + SequenceNumbers.text(now.firstNumber()) + " within "
                                + Times.text(Duration.between(step.previousAt(), step.at())))
                .severity(ahead ? Severity.MAJOR : Severity.INFO)
                .with("last", SequenceNumbers.text(before.endNumber() - 1))
                .with("next", SequenceNumbers.text(now.firstNumber()))
                .with("missing", missing)
                .alone();
    }

    /**
     * By how many nanoseconds the numbers advanced more than the time did. Dates tell best: a copy that catches up jumps in both alike,
     * a new numbering only in one; without dates, the clock has to do.
     */
    private static double aheadOfTime(Step<MediaPlaylist> step, MediaPlaylist before) {
        MediaPlaylist now = step.current();
        double mean = (double) before.window() / before.segments().size();
        double byNumbers = SequenceNumbers.distance(before.endNumber(), now.endNumber()) * mean;
        double passed = Duration.between(step.previousAt(), step.at()).toNanos();
        // The longer nobody looked, the less the few segments that were seen say of those that were not.
        double unsure = Math.max(0, passed - before.window()) / 10;
        if (before.edge().isEmpty() || now.edge().isEmpty()) {
            return byNumbers - passed - unsure;
        }
        double byDates = (double) now.edge().getAsLong() - before.edge().getAsLong();
        double inTheFuture = Duration.between(
                        step.at(), Times.instant(now.edge().getAsLong()))
                .toNanos();
        return Math.max(byNumbers - byDates - unsure, inTheFuture);
    }
}
