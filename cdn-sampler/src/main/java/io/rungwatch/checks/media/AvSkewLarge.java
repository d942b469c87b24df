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

/** Where a multiplex is cut, sound may lie some hundred milliseconds off by design, and not always as many. */
public final class AvSkewLarge implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "av_skew_large", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(500, "; above twice that major"))
            .summary("Sound and picture are out of step")
            .impact("Lips and voices do not match.")
            .spec("RFC 8216, 3; ITU-R BT.1359")
            .action("Compare the timestamps of sound and picture at the encoder; restart the stream that moved.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        Optional<Lane> sound = Lanes.of(current, Sort.AUDIO);
        if (sound.isEmpty()) {
            return Finding.NONE;
        }
        double allowed = profile.threshold(INFO) / 1e9;
        Optional<Lane> picture = Lanes.of(current, Sort.VIDEO);
        OptionalDouble skew = picture.isPresent()
                ? OptionalDouble.of(sound.get().since(picture.get()))
                : Wall.beside(step, sound.get(), Sort.VIDEO);
        double size = Math.abs(skew.orElse(0));
        return size <= allowed
                ? Finding.NONE
                : Told.of(
                                INFO,
                                current,
                                "has sound that begins " + Told.seconds(size)
                                        + (skew.getAsDouble() > 0 ? " after" : " before") + " the picture"
                                        + (picture.isPresent() ? "" : " of the same date"))
                        .with("seconds", skew.getAsDouble())
                        .severity(size > 2 * allowed ? INFO.severity() : Severity.MINOR)
                        .alone();
    }
}
