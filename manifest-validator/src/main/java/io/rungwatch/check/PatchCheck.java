package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges what a patch makes of an MPD. */
public non-sealed interface PatchCheck extends Check {
    List<Finding> check(Patched seen, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.PATCH, severity, owner, confirm);
    }
}
