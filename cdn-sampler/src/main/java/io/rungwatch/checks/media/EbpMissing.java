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

public final class EbpMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ebp_missing", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment has no encoder boundary point although its channel promises them")
            .impact("Packagers downstream cut elsewhere: rungs that do not fit together, ads that begin late.")
            .spec("OC-SP-EBP-I01")
            .action(
                    "Switch encoder boundary points on at the encoder of this rung; see that nothing between drops private data.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Marks.of(step.current(), profile)
                .filter(marks -> marks.points().isEmpty())
                .map(marks -> Told.of(INFO, step.current(), "has no encoder boundary point that begins a segment")
                        .alone())
                .orElse(Finding.NONE);
    }
}
