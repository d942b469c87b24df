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
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class MediaSequenceRegressed implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "media_sequence_regressed", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .summary("Media sequence numbers fell: the packager restarted, or lost its counter")
            .impact("Players freeze until they reload; many do not follow backwards.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.2")
            .action("Why did the packager lose its counter? Make it persistent.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        if (step.previous().isEmpty()) {
            return Finding.NONE;
        }
        MediaPlaylist before = step.previous().get();
        MediaPlaylist now = step.current();
        boolean fell = step.relation() == Relation.BEHIND
                || step.relation() == Relation.CONFLICTS
                        && SequenceNumbers.compare(now.endNumber(), before.endNumber()) <= 0
                        && isOther(Overlap.of(before, now));
        if (!fell) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        "restarted: the newest segment was " + SequenceNumbers.text(before.endNumber() - 1)
                                + ", now it is " + SequenceNumbers.text(now.endNumber() - 1))
                .with("before", SequenceNumbers.text(before.endNumber() - 1))
                .with("now", SequenceNumbers.text(now.endNumber() - 1))
                .alone();
    }

    /** Other segments, and not the same ones under other numbers, or at other instants. */
    private static boolean isOther(Overlap overlap) {
        return overlap.same() == 0 && overlap.shift() == 0;
    }
}
