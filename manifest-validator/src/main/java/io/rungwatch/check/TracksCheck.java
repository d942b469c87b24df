package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges the sound and the text that a manifest of either protocol offers beside what the profile expects. */
public non-sealed interface TracksCheck extends Check {
    List<Finding> check(Tracks offered, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.TRACKS, severity, owner, confirm);
    }
}
