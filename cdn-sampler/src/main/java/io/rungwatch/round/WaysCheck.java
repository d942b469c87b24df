package io.rungwatch.round;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges how one layer gives a segment to those who ask in other ways. */
public non-sealed interface WaysCheck extends Sampled {
    List<Finding> check(Ways ways, ChannelProfile profile);

    /** Whether it needs questions that cost the caches a copy each: then they are asked once a day. */
    default boolean isCostly() {
        return false;
    }

    static CheckInfo declare(String id, Severity severity, Owner owner) {
        return CheckInfo.declare(id, Input.WAYS, severity, owner, Confirm.TWO_OF_THREE);
    }
}
