package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/** Many packagers count anew in each segment, so that only what is within one tells. */
public final class TsCcError implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_cc_error", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.count(5, "breaks in one segment; from the first on minor"))
            .summary("Packets of MPEG-TS are missing within a segment")
            .impact("Broken pictures, clicks in the sound.")
            .spec("ISO 13818-1, 2.4.3.3; TR 101 290, 1.4")
            .action("Look at the input of the packager: lost packets come from there more often than not.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.ts(step.current())
                .map(ts -> check(step.current(), ts, profile.threshold(INFO)))
                .orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, TransportStream ts, double many) {
        long errors =
                ts.pids().stream().mapToLong(pid -> pid.continuity().errors()).sum();
        return errors == 0
                ? Finding.NONE
                : Told.of(INFO, portion, "has " + errors + " breaks of continuity counters")
                        .with("errors", errors)
                        .severity(errors >= many ? INFO.severity() : Severity.MINOR)
                        .alone();
    }
}
