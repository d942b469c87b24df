package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Program;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;

/** A new version of the map that says the same changes nothing. */
public final class TsProgramChanged implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "ts_program_changed", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Streams of MPEG-TS change without EXT-X-DISCONTINUITY")
            .impact("Players lose picture or sound, and some stop.")
            .spec("RFC 8216, 4.3.2.3")
            .action("Let the packager mark the change, or keep pids and types.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Optional<List<Program>> now = programs(step.current());
        Optional<List<Program>> then = step.before().flatMap(TsProgramChanged::programs);
        return now.isPresent() && then.isPresent() && !isSame(now.get(), then.get())
                ? Told.of(INFO, step.current(), "announces other streams than the segment before")
                        .alone()
                : Finding.NONE;
    }

    private static Optional<List<Program>> programs(Portion portion) {
        return Opened.wholeTs(portion).map(ts -> ts.tables().programs()).filter(programs -> !programs.isEmpty());
    }

    private static boolean isSame(List<Program> now, List<Program> then) {
        boolean same = now.size() == then.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = now.get(i).hasShapeOf(then.get(i));
        }
        return same;
    }
}
