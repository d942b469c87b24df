package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Framing;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/** Packets may have a time stamp of four bytes in front, or parity behind. */
public final class TsSyncLost implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_sync_lost", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("Packets of MPEG-TS do not begin where they must")
            .impact("Broken pictures and sound; some players give up.")
            .spec("ISO 13818-1, 2.4.3.2; TR 101 290, 1.1")
            .action("Compare the segment with that of the layer above: equal bytes come from the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.ts(step.current())
                .map(ts -> check(step.current(), ts.framing()))
                .orElse(Finding.NONE);
    }

    private static final int PACKET = 188;

    private static List<Finding> check(Portion portion, Framing framing) {
        return framing.syncLosses() == 0 && framing.leading() <= framing.packetSize() - PACKET
                ? Finding.NONE
                : Told.of(
                                INFO,
                                portion,
                                "is out of step " + framing.syncLosses() + " times, and "
                                        + (framing.skipped() + framing.leading()) + " bytes belong to no packet")
                        .with("sync_losses", framing.syncLosses())
                        .alone();
    }
}
