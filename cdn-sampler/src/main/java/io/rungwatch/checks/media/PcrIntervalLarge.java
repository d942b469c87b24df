package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import java.util.List;

/** Players of HLS keep no step with it: only set-top boxes that are fed with the segments do. */
public final class PcrIntervalLarge implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "pcr_interval_large", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .set(CheckSet.AUTHORING)
            .threshold(Threshold.millis(200, "from one PCR to the next; the standard has 100 ms"))
            .summary("The program clock of MPEG-TS is written too seldom")
            .impact("Set-top boxes may lose step; browsers do not mind.")
            .spec("ISO 13818-1, 2.7.2; TR 101 290, 2.3")
            .action("Let the packager write PCR every 100 ms, for DVB every 40 ms.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        double limit = profile.threshold(INFO) / 1e9;
        return Clocks.of(step.current())
                .filter(clocks -> clocks.longestGap() > Math.max(limit, pictures(clocks)))
                .findFirst()
                .map(clocks -> Told.of(INFO, step.current(), "has no PCR for " + Told.seconds(clocks.longestGap()))
                        .with("seconds", clocks.longestGap())
                        .alone())
                .orElse(Finding.NONE);
    }

    private static final double ROUNDING = 0.001;

    /** Where pictures are as far apart, the clock cannot come with them more often; and where they jump, so does it. */
    private static double pictures(Clocks clocks) {
        return clocks.longestStep() + ROUNDING;
    }
}
