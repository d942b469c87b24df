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

public final class TsCrcError implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_crc_error", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Tables of MPEG-TS have wrong checksums")
            .impact("Players may find neither picture nor sound.")
            .spec("ISO 13818-1, 2.4.4; TR 101 290, 2.2")
            .action("Look at what multiplexes the stream.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.ts(step.current())
                .map(ts -> check(step.current(), ts.tables().badChecksums()))
                .orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, long bad) {
        return bad == 0
                ? Finding.NONE
                : Told.of(INFO, portion, "has " + bad + " damaged tables")
                        .with("tables", bad)
                        .alone();
    }
}
