package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import java.util.List;

public final class MdatSizeMismatch implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "mdat_size_mismatch", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Samples of MP4 need more bytes than there are")
            .impact("Broken pictures or sound; some players stop.")
            .spec("ISO 14496-12, 8.8.8")
            .action("Look at the packager: trun and mdat do not belong together.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.mp4(step.current())
                .filter(mp4 -> mp4.fault().isEmpty() && mp4.fragments().shortage() > 0)
                .map(mp4 -> Told.of(
                                INFO, step.current(), "lacks " + mp4.fragments().shortage() + " bytes of its samples")
                        .with("bytes", mp4.fragments().shortage())
                        .alone())
                .orElse(Finding.NONE);
    }
}
