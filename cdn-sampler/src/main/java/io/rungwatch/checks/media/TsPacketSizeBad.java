package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

public final class TsPacketSizeBad implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_packet_size_bad", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A segment of MPEG-TS ends within a packet")
            .impact("A glitch at its end, or all that is missing behind it.")
            .spec("ISO 13818-1, 2.4.3.2")
            .action(
                    "The segment was cut: look at how it is written and copied, and whether Content-Length is that of a file that was still growing.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.ts(step.current()).map(ts -> check(step.current(), ts)).orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, TransportStream ts) {
        int trailing = ts.framing().trailing();
        return trailing == 0
                ? Finding.NONE
                : Told.of(INFO, portion, "ends with " + trailing + " bytes that are no packet")
                        .with("bytes", ts.bytes())
                        .alone();
    }
}
