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

/** Other tables may come first (ffmpeg begins with SDT): they are late only when media came before them. */
public final class TsPatPmtLate implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_pat_pmt_late", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment of MPEG-TS says only after its first media which streams are in it")
            .impact(
                    "Players that begin with it throw its first pictures away: a slower start, a jump at a change of rungs.")
            .spec("RFC 8216, 3.2")
            .action("Let the packager begin each segment with PAT and PMT.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.wholeTs(step.current())
                .map(ts -> check(step.current(), ts.tables()))
                .orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, Tables tables) {
        if (tables.association().isEmpty()
                || tables.map().isEmpty()
                || tables.content().isEmpty()
                || portion.segment().init().isPresent()) {
            return Finding.NONE;
        }
        long complete = Math.max(tables.association().getAsLong(), tables.map().getAsLong());
        long late = complete - tables.content().getAsLong();
        return late <= 0
                ? Finding.NONE
                : Told.of(INFO, portion, "has its PMT " + late + " packets behind its first media")
                        .with("packets", late)
                        .alone();
    }
}
