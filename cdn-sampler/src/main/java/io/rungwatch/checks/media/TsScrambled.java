package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Pid;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

public final class TsScrambled implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_scrambled", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Packets are scrambled as for a set-top box, and no playlist says so")
            .impact("No picture, no sound.")
            .spec("ISO 13818-1, 2.4.3.3")
            .action("Let the input of the packager be descrambled.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.wholeTs(step.current())
                .map(ts -> check(step.current(), ts))
                .orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, TransportStream ts) {
        long packets = ts.pids().stream().mapToLong(Pid::scrambled).sum();
        return packets == 0 || !Opened.isClear(portion)
                ? Finding.NONE
                : Told.of(INFO, portion, "has " + packets + " scrambled packets")
                        .with("packets", packets)
                        .alone();
    }
}
