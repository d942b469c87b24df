package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges a multivariant playlist: by itself, beside the one before it, and against the ladder that the profile expects. */
public non-sealed interface LadderCheck extends Check {
    List<Finding> check(Ladder ladder, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.LADDER, severity, owner, confirm);
    }
}
