package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges the probe itself, on every poll. What it finds takes the place of all that the poll would have said. */
public non-sealed interface ProbeCheck extends Check {
    List<Finding> check(Vantage vantage, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Confirm confirm) {
        return CheckInfo.declare(id, Input.PROBE, severity, Owner.PROBE, confirm);
    }
}
