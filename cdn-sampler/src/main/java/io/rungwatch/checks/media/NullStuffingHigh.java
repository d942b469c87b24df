package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import java.util.List;

public final class NullStuffingHigh implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "null_stuffing_high", Severity.INFO, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.percent(10, "of all packets"))
            .summary("Much of a segment is null packets")
            .impact("None; viewers pay for bytes that say nothing.")
            .spec("ISO 13818-1, 2.4.3.3")
            .action("Let the packager drop null packets: constant bitrates are of no use over HTTP.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.ts(step.current())
                .map(ts -> ts.nullShare() <= profile.threshold(INFO)
                        ? Finding.NONE
                        : Told.of(
                                        INFO,
                                        step.current(),
                                        "has " + Math.round(100 * ts.nullShare()) + " % of null packets")
                                .with("share", ts.nullShare())
                                .alone())
                .orElse(Finding.NONE);
    }
}
