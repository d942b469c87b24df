package io.rungwatch.checks.media;

import io.rungwatch.media.Clock;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Pid;
import io.rungwatch.media.Program;
import io.rungwatch.media.Ticks;
import io.rungwatch.round.Portion;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program clocks of a segment beside the media that travel with them. Bytes tell no time where bitrates vary; and how long pictures wait
 * in a buffer is not the same everywhere, so only much is told.
 *
 * @param media on the same pid
 */
record Clocks(Clock clock, Optional<Pes.Timing> media) {
    static Stream<Clocks> of(Portion portion) {
        return Opened.wholeTs(portion).stream()
                .flatMap(ts -> ts.tables().programs().stream()
                        .map(Program::clockPid)
                        .distinct()
                        .flatMap(number -> ts.pid(number).stream()))
                .filter(pid -> pid.continuity().errors() == 0)
                .flatMap(pid -> of(pid).stream());
    }

    private static Optional<Clocks> of(Pid pid) {
        return pid.clock().map(clock -> new Clocks(clock, pid.pes().flatMap(Pes::timing)));
    }

    /** In seconds: how much more the clock counts from its first reference to its last than all the media last. */
    double ahead() {
        double counted = Ticks.pcrDifference(clock.last(), clock.first()) / (double) Ticks.PCR_PER_SECOND;
        return clock.announced() > 0 || longestStep() == 0
                ? 0
                : media.map(all -> counted - span(all) - longestStep()).orElse(0.0);
    }

    private static double span(Pes.Timing media) {
        return Marks.apart(media.lastDts(), media.firstDts());
    }

    /** From one picture or sound to the next, in seconds; 0 of a single one. */
    double longestStep() {
        return media.map(all -> all.longestStep() / (double) Ticks.PTS_PER_SECOND)
                .orElse(0.0);
    }

    double longestGap() {
        return clock.greatest() / (double) Ticks.PCR_PER_SECOND;
    }
}
