package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

public final class VideoMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "video_missing", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment has no picture although it should")
            .impact("A black or frozen picture; some players stop.")
            .spec("RFC 8216, 3; RFC 8216, 4.3.4.2")
            .action("Look at the input of the encoder; then whether the packager drops the stream.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        return switch (Present.of(current, Sort.VIDEO)) {
            case THERE, UNKNOWN -> Finding.NONE;
            case SILENT -> told(step, "announces picture and has none");
            case ABSENT -> Promised.pictures(current) ? told(step, "has no picture, not even announced") : Finding.NONE;
        };
    }

    /** One alone is minor: the segment before, where that was read too, had it. */
    private static List<Finding> told(MediaStep step, String text) {
        boolean alone = step.before()
                .filter(before -> Present.of(before, Sort.VIDEO) == Present.How.THERE)
                .isPresent();
        return Told.of(INFO, step.current(), text)
                .severity(alone ? Severity.MINOR : INFO.severity())
                .alone();
    }
}
