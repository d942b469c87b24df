package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Severity;
import io.rungwatch.hls.LooksLike;
import io.rungwatch.media.Opaque;
import io.rungwatch.media.WebVtt;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

public final class VttInvalid implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "vtt_invalid", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment of subtitles is no WebVTT, or has lines that cannot be read")
            .impact("No subtitles, or some of them missing.")
            .spec("WebVTT, 4 and 6")
            .action("Look at what writes the subtitles.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        if (current.look() instanceof WebVtt vtt) {
            String wrong = wrong(vtt);
            return wrong.isEmpty()
                    ? Finding.NONE
                    : Told.of(INFO, current, wrong)
                            .severity(vtt.wellBegun() ? Severity.MINOR : INFO.severity())
                            .alone();
        }
        boolean text = current.rendition().kind() == Kind.SUBTITLES
                && current.look() instanceof Opaque opaque
                && opaque.looksLike() == LooksLike.TEXT;
        return text ? Told.of(INFO, current, "does not begin with WEBVTT").alone() : Finding.NONE;
    }

    private static String wrong(WebVtt vtt) {
        if (!vtt.wellBegun()) {
            return "does not begin with WEBVTT";
        } else if (!vtt.utf8()) {
            return "is not UTF-8";
        } else if (vtt.badMap()) {
            return "has an X-TIMESTAMP-MAP that cannot be read";
        } else if (vtt.badTimings() > 0) {
            return "has " + vtt.badTimings() + " lines of times that cannot be read";
        }
        return vtt.backward() > 0 ? "has " + vtt.backward() + " cues that end before they begin" : "";
    }
}
