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
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class SegmentIdentityChanged implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "segment_identity_changed", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .summary("A segment number that is still listed now stands for another file")
            .impact("Content repeats or is skipped.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1; RFC 8216, 6.3.4")
            .action("Do two packagers write under one name?");

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
        if (!step.relation().comparable() && step.relation() != Relation.CONFLICTS) {
            return Finding.NONE;
        }
        Overlap overlap = Overlap.of(before, now);
        if (overlap.same() == overlap.size()) {
            return Finding.NONE;
        }
        int shift = overlap.shift();
        boolean newer = SequenceNumbers.compare(now.endNumber(), before.endNumber()) > 0;
        if (step.relation() == Relation.CONFLICTS && !newer && shift == 0) {
            return Finding.NONE; // A restart: media_sequence_regressed tells it.
        }
        int at = overlap.firstDifferent();
        Segment old = overlap.before().get(at);
        Segment current = overlap.now().get(at);
        String why = shift == 0
                ? ""
                : "; all moved by " + shift + ": segments were removed without counting EXT-X-MEDIA-SEQUENCE up";
        return Finding.of(
                        INFO,
                        "segment " + SequenceNumbers.text(current.number()) + " (line " + current.line() + ") was "
                                + old.uri() + " and is now " + current.uri() + why)
                .with("segment", SequenceNumbers.text(current.number()))
                .with("line", current.line())
                .with("before", old.uri())
                .with("now", current.uri())
                .with("changed", overlap.size() - overlap.same())
                .alone();
    }
}
