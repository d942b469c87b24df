package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges the rungs that a manifest of either protocol offers beside those that the profile expects. */
public non-sealed interface RungsCheck extends Check {
    List<Finding> check(LadderMatch rungs, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.RUNGS, severity, owner, confirm);
    }
}
