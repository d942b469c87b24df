package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges how a low-latency playlist answers those who ask for it as its players do. */
public non-sealed interface ReloadCheck extends Check {
    List<Finding> check(Reloads seen, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.RELOADS, severity, owner, confirm).set(CheckSet.LOW_LATENCY);
    }
}
