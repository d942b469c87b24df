package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Pes.Timing;
import io.rungwatch.media.Picture;
import io.rungwatch.media.Pid;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Ticks;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Of interlaced pictures, both rates are right: that of frames and that of fields. */
public final class FpsMismatch implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "fps_mismatch", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.percent(1, "of the declared rate"))
            .summary("There are more or fewer pictures a second than the manifest says")
            .impact("Jerky pictures, or devices that cannot follow.")
            .spec("RFC 8216, 4.3.4.2")
            .action("Compare the encoder with FRAME-RATE of the manifest; then look for pictures that are dropped.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        double declared = current.promise().frameRate();
        OptionalDouble seen = declared == 0 ? OptionalDouble.empty() : rate(current);
        if (seen.isEmpty()) {
            return Finding.NONE;
        }
        boolean interlaced = Pictures.of(current).filter(Picture::interlaced).isPresent();
        double allowed = profile.threshold(INFO);
        boolean right = isNear(seen.getAsDouble() / declared, allowed)
                || interlaced
                        && (isNear(2 * seen.getAsDouble() / declared, allowed)
                                || isNear(seen.getAsDouble() / declared / 2, allowed));
        return right
                ? Finding.NONE
                : Told.of(
                                INFO,
                                current,
                                String.format(
                                        Locale.ROOT,
                                        "has %.3f pictures a second, its manifest says %.3f",
                                        seen.getAsDouble(),
                                        declared))
                        .with("rate", seen.getAsDouble())
                        .alone();
    }

    private static boolean isNear(double ratio, double allowed) {
        return Math.abs(ratio - 1) <= allowed;
    }

    /** Timestamps in whole milliseconds are common: what all of them span is nearer to the truth than the distance of two. */
    private static OptionalDouble rate(Portion portion) {
        Optional<Pes> pes =
                Opened.wholeTs(portion).flatMap(ts -> ts.first(Sort.VIDEO)).flatMap(Pid::pes);
        if (pes.flatMap(Pes::timing).isPresent()) {
            Timing timing = pes.flatMap(Pes::timing).get();
            long span = timing.greatest() - timing.least();
            return span <= 0 || pes.get().starts() < FEW
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((pes.get().starts() - 1) * (double) Ticks.PTS_PER_SECOND / span);
        }
        return Lanes.of(portion, Sort.VIDEO)
                .filter(lane -> lane.frame() > 0 && lane.duration() >= FEW * lane.frame())
                .map(lane -> OptionalDouble.of(1 / lane.frame()))
                .orElse(OptionalDouble.empty());
    }

    private static final int FEW = 10;
}
