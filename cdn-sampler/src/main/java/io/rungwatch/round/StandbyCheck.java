package io.rungwatch.round;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges whether a standby could take over now. Nobody watches it, so nothing that it does wrong is a fault of what viewers get. */
public non-sealed interface StandbyCheck extends Sampled {
    List<Finding> check(Standby standby, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity) {
        return CheckInfo.declare(id, Input.STANDBY, severity, Owner.BY_LAYER, Confirm.TWO_OF_THREE);
    }
}
