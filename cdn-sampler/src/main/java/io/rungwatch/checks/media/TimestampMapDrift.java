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
import java.util.OptionalDouble;

/** Date less timestamp is the same for all segments of a timeline. */
public final class TimestampMapDrift implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "timestamp_map_drift", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(100, "beside the middle of earlier segments; above half a second major"))
            .summary("Timestamps and dates of segments move apart")
            .impact("Sound, subtitles and ads at the wrong time where players go by dates.")
            .spec("RFC 8216, 4.3.2.6")
            .action(
                    "Compare EXT-X-PROGRAM-DATE-TIME with the timestamps of the segments: one of both clocks jumped or runs at another speed.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        OptionalDouble drift = Opened.isHls(step.current()) ? Wall.drift(step) : OptionalDouble.empty();
        double size = Math.abs(drift.orElse(0));
        return size <= profile.threshold(INFO) / 1e9 || size > MediaGap.JUMP
                ? Finding.NONE
                : Told.of(
                                INFO,
                                step.current(),
                                "has timestamps " + Told.seconds(size)
                                        + (drift.getAsDouble() > 0 ? " ahead of" : " behind")
                                        + " what its date makes of those of earlier segments")
                        .with("seconds", drift.getAsDouble())
                        .severity(size > MUCH ? INFO.severity() : Severity.MINOR)
                        .alone();
    }

    private static final double MUCH = 0.5;
}
