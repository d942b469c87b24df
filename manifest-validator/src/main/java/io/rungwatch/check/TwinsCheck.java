package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges servers that answer in turn, of either protocol. */
public non-sealed interface TwinsCheck extends Check {
    List<Finding> check(Twins twins, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.TWINS, severity, owner, confirm);
    }
}
