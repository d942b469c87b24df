package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

public final class TimestampResetUndeclared implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "timestamp_reset_undeclared", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(10_000, "more than time has passed"))
            .summary("Timestamps begin anew without EXT-X-DISCONTINUITY or a new Period")
            .impact("Players stop, or show nothing until they are restarted.")
            .spec("RFC 8216, 4.3.2.3; ISO 23009-1, 5.3.2")
            .action("Was the encoder or packager restarted? Let it mark the change.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        OptionalDouble jump = jump(step);
        return jump.isPresent() && Math.abs(jump.getAsDouble()) > profile.threshold(INFO) / 1e9
                ? Told.of(
                                INFO,
                                step.current(),
                                "has timestamps " + Told.seconds(Math.abs(jump.getAsDouble()))
                                        + (jump.getAsDouble() > 0 ? " ahead" : " behind") + ", and no discontinuity")
                        .with("seconds", jump.getAsDouble())
                        .alone()
                : Finding.NONE;
    }

    private static OptionalDouble jump(MediaStep step) {
        Optional<Lane> own = Lanes.main(step.current());
        Optional<Lane> before = own.flatMap(lane -> step.before().flatMap(portion -> Lanes.like(lane, portion)));
        double gap = before.isPresent() ? own.get().gapAfter(before.get()) : 0;
        return Math.abs(gap) > MediaGap.JUMP ? OptionalDouble.of(gap) : Wall.drift(step);
    }
}
