package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.PackedAudio;
import io.rungwatch.media.Ticks;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

public final class Id3TimestampMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "id3_timestamp_missing", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Sound without a container does not say when it is to be heard")
            .impact("Sound out of step with the picture; some players stop.")
            .spec("RFC 8216, 3.4")
            .action("Let the packager put the ID3 tag with its timestamp in front of each segment.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        if (!Opened.isHls(current) || !(current.look() instanceof PackedAudio packed)) {
            return Finding.NONE;
        }
        boolean there = packed.timestamp().isPresent();
        boolean good = there && packed.timestamp().getAsLong() >>> Ticks.PTS_BITS == 0;
        return good
                ? Finding.NONE
                : Told.of(INFO, current, there ? "has a timestamp of more than 33 bits" : "has no ID3 timestamp")
                        .alone();
    }
}
