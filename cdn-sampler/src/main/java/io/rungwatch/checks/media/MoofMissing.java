package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Fragmented;
import io.rungwatch.media.Fragments;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

public final class MoofMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "moof_missing", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment of MP4 has no fragment")
            .impact("Nothing is shown; players stop.")
            .spec("ISO 14496-12, 8.8; RFC 8216, 3.3")
            .action("Look at the packager: each segment needs moof and mdat.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.mp4(step.current())
                .filter(mp4 -> mp4.fault().isEmpty())
                .map(mp4 -> check(step.current(), mp4))
                .orElse(Finding.NONE);
    }

    private static List<Finding> check(Portion portion, Fragmented mp4) {
        Fragments fragments = mp4.fragments();
        boolean complete = fragments.moofs() > 0 && fragments.lonely() == 0;
        return complete
                ? Finding.NONE
                : Told.of(
                                INFO,
                                portion,
                                fragments.moofs() == 0
                                        ? "has no moof, only " + String.join(", ", mp4.boxes())
                                        : "has " + fragments.lonely() + " moof without mdat")
                        .alone();
    }
}
