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

public final class PcrDiscontinuity implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "pcr_discontinuity", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(1000, "that the clock counts more than the media on its pid"))
            .summary("The program clock of MPEG-TS jumps within a segment, and no discontinuity_indicator says so")
            .impact("Set-top boxes freeze or drop pictures; browsers do not mind.")
            .spec("ISO 13818-1, 2.4.3.5, 2.7.2; TR 101 290, 2.3")
            .action(
                    "Look for a splice or another input at that time: whatever joins both must set discontinuity_indicator.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        for (Clocks clocks : Clocks.of(step.current()).toList()) {
            if (clocks.clock().backward() > 0) {
                return Told.of(INFO, step.current(), "has a PCR that goes back").alone();
            } else if (clocks.ahead() > profile.threshold(INFO) / 1e9) {
                return Told.of(
                                INFO,
                                step.current(),
                                "has a PCR that counts " + Told.seconds(clocks.ahead()) + " more than its media last")
                        .with("seconds", clocks.ahead())
                        .alone();
            }
        }
        return Finding.NONE;
    }
}
