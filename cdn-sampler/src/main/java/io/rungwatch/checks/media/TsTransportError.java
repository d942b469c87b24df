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

public final class TsTransportError implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_transport_error", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Packets came in damaged and were passed on")
            .impact("Broken pictures, clicks in the sound.")
            .spec("ISO 13818-1, 2.4.3.3; TR 101 290, 2.1")
            .action("Look at the reception that feeds the encoder or packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.ts(step.current()).map(ts -> check(step.current(), ts)).orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, TransportStream ts) {
        long packets = ts.pids().stream().mapToLong(Pid::transportErrors).sum();
        return packets == 0
                ? Finding.NONE
                : Told.of(INFO, portion, "has " + packets + " packets that are marked as damaged")
                        .with("packets", packets)
                        .alone();
    }
}
