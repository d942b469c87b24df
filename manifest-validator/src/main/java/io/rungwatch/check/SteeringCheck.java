package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges how players are told which CDN to take. */
public non-sealed interface SteeringCheck extends Check {
    List<Finding> check(Steered seen, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.STEERING, severity, owner, confirm);
    }
}
