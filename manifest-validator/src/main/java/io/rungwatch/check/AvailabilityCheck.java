package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges whether segments come when the clock of an MPD says. */
public non-sealed interface AvailabilityCheck extends Check {
    List<Finding> check(Availabilities seen, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.AVAILABILITY, severity, owner, confirm);
    }
}
