package io.rungwatch.checks.history;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Overlap;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.check.Threshold;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;

public final class BackendFlipFlop implements StepCheck {
    private static final long MOST_NUMBERS = 1_000_000_000L;

    private static final CheckInfo INFO = StepCheck.declare(
                    "backend_flip_flop", Severity.MAJOR, Owner.BY_LAYER, Confirm.ELAPSED)
            .threshold(Threshold.count(3, "returns to a server that had been left, in ten polls"))
            .summary("Two servers with different playlists answer in turn; info when they agree on what they share")
            .impact("Random repeats and stalls.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Pin sessions, align the counters of the packagers, look at the member of the pool that differs.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        if (step.switches() < profile.threshold(INFO) || step.other().isEmpty()) {
            return Finding.NONE;
        }
        MediaPlaylist here = step.relation() == Relation.OLDER ? step.previous().orElseThrow() : step.current();
        MediaPlaylist other = step.other().get().document();
        Overlap overlap = Overlap.of(other, here);
        boolean differ = overlap.same() < overlap.size();
        Duration apart = apart(step, here);
        Duration limit = step.cacheLife().plusNanos(2 * here.effectiveTargetDuration());
        Severity severity = differ || apart.compareTo(limit) > 0 ? Severity.MAJOR : Severity.INFO;
        return Finding.of(
                        INFO,
                        step.switches() + " returns in ten polls between a playlist that ends at segment "
                                + SequenceNumbers.text(here.endNumber() - 1) + " and one that ends at "
                                + SequenceNumbers.text(other.endNumber() - 1))
                .severity(severity)
                .with("returns", step.switches())
                .with("here", SequenceNumbers.text(here.endNumber() - 1))
                .with("other", SequenceNumbers.text(other.endNumber() - 1))
                .alone();
    }

    /** How much later one of the two shows the same, by dates or by numbers; each measured against the instant in which it was asked. */
    private static Duration apart(Step<MediaPlaylist> step, MediaPlaylist here) {
        MediaPlaylist other = step.other().orElseThrow().document();
        Duration passed = Duration.between(step.other().orElseThrow().at(), step.at());
        long mean = here.window() / Math.max(1, here.segments().size());
        long numbers = SequenceNumbers.distance(other.endNumber(), here.endNumber());
        Duration byNumbers =
                passed.minus(Duration.ofNanos(mean).multipliedBy(Math.clamp(numbers, -MOST_NUMBERS, MOST_NUMBERS)));
        if (here.edge().isEmpty() || other.edge().isEmpty()) {
            return byNumbers.abs();
        }
        Duration byDates =
                passed.minusNanos(here.edge().getAsLong() - other.edge().getAsLong());
        return byDates.abs().compareTo(byNumbers.abs()) > 0 ? byDates.abs() : byNumbers.abs();
    }
}
