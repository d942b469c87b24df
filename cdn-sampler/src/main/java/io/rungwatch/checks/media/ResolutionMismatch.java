package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/** A manifest may say how wide a picture is shown: only its height is compared. */
public final class ResolutionMismatch implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "resolution_mismatch", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Pictures have another size than the manifest says")
            .impact("Players pick the wrong rung for their screen.")
            .spec("RFC 8216, 4.3.4.2; ISO 23009-1, 5.3.7.2")
            .action("Compare the encoder with RESOLUTION of the manifest, and correct whichever is wrong.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        return current.promise().height() == 0
                ? Finding.NONE
                : Pictures.of(current)
                        .filter(picture -> picture.height() > 0
                                && picture.height() != current.promise().height())
                        .map(picture -> Told.of(
                                        INFO,
                                        current,
                                        "is " + picture.width() + "x" + picture.height() + ", its manifest says "
                                                + current.promise().width() + "x"
                                                + current.promise().height())
                                .with("width", picture.width())
                                .with("height", picture.height())
                                .alone())
                        .orElse(Finding.NONE);
    }
}
