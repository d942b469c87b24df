package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

public final class PcrMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "pcr_missing", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment of MPEG-TS has no program clock")
            .impact("Set-top boxes may lose step; browsers do not mind.")
            .spec("ISO 13818-1, 2.7.2")
            .action("Let the packager write PCR.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.ts(step.current()).map(ts -> check(step.current(), ts)).orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, TransportStream ts) {
        boolean content = ts.all(Sort.VIDEO).findAny().isPresent()
                || ts.all(Sort.AUDIO).findAny().isPresent();
        boolean clock = ts.pids().stream().anyMatch(pid -> pid.clock().isPresent());
        return clock || !content
                ? Finding.NONE
                : Told.of(INFO, portion, "has no PCR").alone();
    }
}
