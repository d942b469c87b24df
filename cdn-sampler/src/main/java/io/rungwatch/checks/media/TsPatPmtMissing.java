package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Tables;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/** They may stand in a section of their own, which EXT-X-MAP names. */
public final class TsPatPmtMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_pat_pmt_missing", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment of MPEG-TS does not say which streams are in it")
            .impact("Players find neither picture nor sound.")
            .spec("RFC 8216, 3.2; TR 101 290, 1.3 and 1.5")
            .action("Let the packager begin each segment with PAT and PMT.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.ts(step.current())
                .map(ts -> check(step.current(), ts.tables()))
                .orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, Tables tables) {
        boolean complete = tables.association().isPresent() && tables.map().isPresent();
        return complete || portion.segment().init().isPresent()
                ? Finding.NONE
                : Told.of(INFO, portion, "has no " + (tables.association().isEmpty() ? "PAT" : "PMT"))
                        .alone();
    }
}
