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
        for (int i = 0; i < overlap.size(); i++) {
            Segment old = overlap.before().get(i);
            Segment current = overlap.now().get(i);
            if (old.dseq() != current.dseq()) {
                boolean tagMissing = !now.has(Tag.DISCONTINUITY_SEQUENCE);
                boolean serious = !tagMissing && !profile.audio().isEmpty();
                return Finding.of(
                                INFO,
                                "segment " + SequenceNumbers.text(current.number()) + " had discontinuity number "
                                        + SequenceNumbers.text(old.dseq()) + " and now has "
                                        + SequenceNumbers.text(current.dseq())
                                        + (tagMissing ? "; EXT-X-DISCONTINUITY-SEQUENCE is missing" : ""))
                        .severity(serious ? Severity.MAJOR : Severity.MINOR)
                        .with("segment", SequenceNumbers.text(current.number()))
                        .with("before", SequenceNumbers.text(old.dseq()))
                        .with("now", SequenceNumbers.text(current.dseq()))
                        .with("reason", tagMissing ? "tag_missing" : "changed")
                        .alone();
            }
        }
        return Finding.NONE;
    }
}
