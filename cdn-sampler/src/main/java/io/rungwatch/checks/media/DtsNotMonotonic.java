package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Pes.Timing;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.stream.Stream;

public final class DtsNotMonotonic implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "dts_not_monotonic", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Decode times go back within a segment")
            .impact("Stuttering, or a player that stops.")
            .spec("ISO 13818-1, 2.7.5; ISO 14496-12, 8.8.12")
            .action("Look at the encoder, and at what repairs its timestamps.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        int backward = Opened.wholeTs(current).stream()
                        .flatMap(ts -> Stream.of(Sort.VIDEO, Sort.AUDIO).flatMap(ts::all))
                        .flatMap(pid -> pid.pes().flatMap(Pes::timing).stream())
                        .mapToInt(Timing::backward)
                        .sum()
                + (int) Opened.mp4(current).stream()
                        .flatMap(mp4 -> mp4.tracks().stream())
                        .filter(run -> run.largestGap() < 0)
                        .count();
        return backward == 0
                ? Finding.NONE
                : Told.of(INFO, current, "has decode times that go back, " + backward + " times")
                        .with("times", backward)
                        .alone();
    }
}
