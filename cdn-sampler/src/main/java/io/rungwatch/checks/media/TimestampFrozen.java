package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;

/** Beside the segment right before. A slate that comes again with the same bytes is none of these. */
public final class TimestampFrozen implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "timestamp_frozen", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("New segments have the timestamps of those before them")
            .impact("Players show the same moment again and again, or stop.")
            .spec("RFC 8216, 3; ISO 14496-12, 8.8.12")
            .action("Restart the packager: its clock stands still.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        Optional<Lane> own = Lanes.main(current);
        Optional<Portion> same = step.before()
                .filter(earlier -> own.isPresent()
                        && !earlier.print().equals(current.print())
                        && Lanes.like(own.get(), earlier)
                                .filter(lane -> own.get().since(lane) == 0)
                                .isPresent());
        return same.isPresent()
                ? Told.of(
                                INFO,
                                current,
                                "has the timestamps of "
                                        + same.get().segment().listed().what())
                        .alone()
                : Finding.NONE;
    }
}
