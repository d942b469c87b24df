package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.WebVtt;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/** What has no cues, needs none. */
public final class VttTimestampMapMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "vtt_timestamp_map_missing", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Subtitles in HLS do not say to which timestamps their times belong")
            .impact("Subtitles at the wrong time, or none.")
            .spec("RFC 8216, 3.5")
            .action("Let the packager write X-TIMESTAMP-MAP into each segment of WebVTT.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        boolean missing = Opened.isHls(current)
                && current.look() instanceof WebVtt vtt
                && vtt.map().isEmpty()
                && !vtt.badMap()
                && vtt.cues().isPresent();
        return missing
                ? Told.of(INFO, current, "has cues and no X-TIMESTAMP-MAP").alone()
                : Finding.NONE;
    }
}
