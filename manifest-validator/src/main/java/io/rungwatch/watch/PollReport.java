package io.rungwatch.watch;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.ProbeFault;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All that one poll produced; the only thing that sinks see. `judged` says which shapes of check had something to look at: where a
 * check had nothing, its silence is not a clean verdict and clears nothing. `secondLook` is the immediate re-fetch after a first sighting. `targetDuration` is the pace of this playlist, in which
 * alerts count their time.
 */
public record PollReport(
        Where where,
        Url url,
        Instant at,
        Outcome outcome,
        List<Finding> findings,
        List<ProbeFault> faults,
        Set<Input> judged,
        boolean secondLook,
        Duration targetDuration) {

    public boolean judged(CheckInfo check) {
        return judged.contains(check.input());
    }
}
