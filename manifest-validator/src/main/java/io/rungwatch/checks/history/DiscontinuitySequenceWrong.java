package io.rungwatch.checks.history;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Overlap;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class DiscontinuitySequenceWrong implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "discontinuity_sequence_wrong", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .summary(
                    "The discontinuity number of a segment that is still listed changed, or went backwards; major where audio has playlists of its own")
            .impact("Sound and picture no longer match after an ad, or playback stalls.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.3, 6.2.2; Apple HLS authoring 8.17")
            .action("Look at the packager or the ad stitcher.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        if (!step.relation().comparable() || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        MediaPlaylist before = step.previous().get();
        MediaPlaylist now = step.current();
        Overlap overlap = Overlap.of(before, now);
        if (overlap.size() == 0) {
            return fell(before, now, profile);
        }
        for (int i = 0; i < overlap.size(); i++) {
            Segment old = overlap.before().get(i);
            Segment current = overlap.now().get(i);
            if (old.dseq() != current.dseq()) {
                boolean tagMissing = !now.has(Tag.DISCONTINUITY_SEQUENCE);
                return Finding.of(
                                INFO,
                                "segment " + SequenceNumbers.text(current.number()) + " had discontinuity number "
                                        + SequenceNumbers.text(old.dseq()) + " and now has "
                                        + SequenceNumbers.text(current.dseq())
                                        + (tagMissing ? "; EXT-X-DISCONTINUITY-SEQUENCE is missing" : ""))
                        .severity(tagMissing ? Severity.MINOR : severity(profile))
                        .with("segment", SequenceNumbers.text(current.number()))
                        .with("before", SequenceNumbers.text(old.dseq()))
                        .with("now", SequenceNumbers.text(current.dseq()))
                        .with("reason", tagMissing ? "tag_missing" : "changed")
                        .alone();
            }
        }
        return Finding.NONE;
    }

    /** Without a common segment only this can be said: the numbers of a stream never fall. */
    private static List<Finding> fell(MediaPlaylist before, MediaPlaylist now, ChannelProfile profile) {
        Segment last = before.segments().getLast();
        Segment first = now.segments().getFirst();
        if (!now.has(Tag.DISCONTINUITY_SEQUENCE) || SequenceNumbers.compare(first.dseq(), last.dseq()) >= 0) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        "segment " + SequenceNumbers.text(first.number()) + " has discontinuity number "
                                + SequenceNumbers.text(first.dseq()) + ", after " + SequenceNumbers.text(last.dseq())
                                + " of segment " + SequenceNumbers.text(last.number()))
                .severity(severity(profile))
                .with("segment", SequenceNumbers.text(first.number()))
                .with("before", SequenceNumbers.text(last.dseq()))
                .with("now", SequenceNumbers.text(first.dseq()))
                .with("reason", "fell")
                .alone();
    }

    private static Severity severity(ChannelProfile profile) {
        return profile.audio().isEmpty() ? Severity.MINOR : Severity.MAJOR;
    }
}
