package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The middle of the other rungs counts, so that only the one that is off speaks. */
public final class RungsMisaligned implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "rungs_misaligned", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(100, "for a major one; from two frames on minor"))
            .summary("Timestamps of a rung are not those of the other rungs")
            .impact("A jump or a stall whenever a player changes rungs.")
            .spec("RFC 8216, 6.2.4; ISO 23009-1, 5.3.3.2")
            .action("Let all encoders of a channel take their time from one source; restart the one that is off.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        Optional<Lane> own = Lanes.of(current, Sort.VIDEO);
        OptionalDouble off = own.isEmpty() ? OptionalDouble.empty() : Wall.beside(step, own.get(), Sort.VIDEO);
        double size = Math.abs(off.orElse(0));
        double major = profile.threshold(INFO) / 1e9;
        return own.isEmpty() || size <= Math.max(SLOWEST, 2 * own.get().frame())
                ? Finding.NONE
                : Told.of(
                                INFO,
                                current,
                                "has timestamps " + Told.seconds(size)
                                        + (off.getAsDouble() > 0 ? " ahead of" : " behind")
                                        + " those of other rungs at the same date")
                        .with("seconds", off.getAsDouble())
                        .severity(
                                size > MediaGap.JUMP
                                        ? Severity.CRITICAL
                                        : size > major ? INFO.severity() : Severity.MINOR)
                        .alone();
    }

    /** Two frames of the slowest: rungs may have half the rate of others, and reorder more of them. */
    private static final double SLOWEST = 0.084;
}
