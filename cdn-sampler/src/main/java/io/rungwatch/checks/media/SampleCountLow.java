package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.media.AudioRun;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Pes.Timing;
import io.rungwatch.media.Pid;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Ticks;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class SampleCountLow implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "sample_count_low", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.percent(90, "of what lies between the first and the last timestamp"))
            .summary("Within a segment, pictures or sound are missing")
            .impact("Jerky pictures, gaps in the sound.")
            .spec("ISO 13818-1, 2.7.4")
            .action("Look at the input of the encoder, and whether it keeps up.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.wholeTs(step.current())
                .map(ts -> Stream.of(Sort.VIDEO, Sort.AUDIO)
                        .flatMap(sort -> ts.all(sort)
                                .flatMap(pid -> check(step.current(), sort, pid, profile.threshold(INFO)).stream()))
                        .limit(1)
                        .toList())
                .orElse(Finding.NONE);
    }

    /** From the first timestamp to the last, beside what the frames in between add up to. */
    private static Optional<Finding> check(Portion portion, Sort sort, Pid pid, double least) {
        Optional<Timing> timing = pid.pes().flatMap(Pes::timing);
        if (timing.isEmpty() || timing.get().greatest() <= timing.get().least()) {
            return Optional.empty();
        }
        double span = (timing.get().greatest() - timing.get().least()) / (double) Ticks.PTS_PER_SECOND;
        double frames = pid.audio()
                .map(AudioRun::seconds)
                .orElse(timing.get().medianStep() * (double) pid.pes().get().starts() / Ticks.PTS_PER_SECOND);
        return frames == 0 || frames >= least * span
                ? Optional.empty()
                : Optional.of(Told.of(
                                INFO,
                                portion,
                                "has " + Told.seconds(frames) + " of " + (sort == Sort.VIDEO ? "picture" : "sound")
                                        + " in " + Told.seconds(span))
                        .with("share", frames / span));
    }
}
