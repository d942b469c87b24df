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

public final class InitChanged implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "init_changed", Severity.MAJOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .summary("An init section changes under its address")
            .impact("Players that have the old one show broken pictures or stop.")
            .spec("RFC 8216, 4.3.2.5; ISO 23009-1, 5.3.9.5.3")
            .action("Give a new init section a new address, behind a discontinuity or in a new Period.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        Optional<Portion> changed = step.earlier().stream()
                .filter(earlier -> isOther(current, earlier))
                .findFirst();
        return changed.isPresent()
                ? Told.of(
                                INFO,
                                current,
                                "has an init section with other bytes than "
                                        + changed.get().segment().listed().what() + " had, under one address")
                        .alone()
                : Finding.NONE;
    }

    private static boolean isOther(Portion current, Portion earlier) {
        return current.init().isPresent()
                && earlier.init().isPresent()
                && current.init().get().object().equals(earlier.init().get().object())
                && !current.init().get().print().equals(earlier.init().get().print());
    }
}
