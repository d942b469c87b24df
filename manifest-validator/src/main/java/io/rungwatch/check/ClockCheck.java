package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges the clock that an MPD gives its players. */
public non-sealed interface ClockCheck extends Check {
    List<Finding> check(Timekeeping seen, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.CLOCK, severity, owner, confirm);
    }
}
