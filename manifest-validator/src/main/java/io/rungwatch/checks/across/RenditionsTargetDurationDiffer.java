package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Outline;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class RenditionsTargetDurationDiffer implements RenditionsCheck {
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "renditions_target_duration_differ", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A rendition has another EXT-X-TARGETDURATION than most; info for subtitles and trick play")
            .impact("Players reload unevenly, and may stall at a switch of quality.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.4; Apple HLS authoring 6.11, 8.2")
            .action("Give all outputs of the packager the same segment length.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        boolean main = OddOneOut.isMain(self);
        if (!main && (!self.has(Outline.HLS) || self.has(Outline.VOD))) {
            return Finding.NONE;
        }
        View other = OddOneOut.against(self, all, RenditionsTargetDurationDiffer::compare);
        if (other == null) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        "target duration " + Times.text(self.target()) + ", that of "
                                + other.rendition().name() + " is " + Times.text(other.target()))
                .severity(main ? Severity.MINOR : Severity.INFO)
                .with("target_duration", Times.seconds(self.target()))
                .with("other_target_duration", Times.seconds(other.target()))
                .with("other", other.rendition().name())
                .alone();
    }

    /** What nobody wrote is another check's matter. */
    private static int compare(View self, View other) {
        boolean written = self.has(Outline.TARGET_DURATION) && other.has(Outline.TARGET_DURATION);
        return written && OddOneOut.isMain(other)
                ? OddOneOut.differ(self.target() != other.target())
                : OddOneOut.NOT_COMPARABLE;
    }
}
