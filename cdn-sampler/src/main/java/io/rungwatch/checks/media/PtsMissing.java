package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Pes;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.stream.Stream;

public final class PtsMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "pts_missing", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A stream begins without a timestamp")
            .impact("Sound and picture may be out of step; some players drop what has no time.")
            .spec("RFC 8216, 3.2; ISO 13818-1, 2.7.5")
            .action("Let the packager write PTS into each packet that begins a picture or sound.");

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
        return Stream.of(Sort.VIDEO, Sort.AUDIO)
                .flatMap(ts::all)
                .filter(pid -> pid.pes().filter(Pes::startsUntimed).isPresent())
                .findFirst()
                .map(pid -> Told.of(INFO, portion, "begins without PTS on pid " + pid.number())
                        .with("pid", pid.number())
                        .alone())
                .orElse(Finding.NONE);
    }
}
