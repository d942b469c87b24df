package io.rungwatch.check;

import io.rungwatch.dash.Mpd;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges an MPD beside the one before it, and against time. */
public non-sealed interface MpdStepCheck extends Check {
    List<Finding> check(Step<Mpd> step, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.MPD_STEP, severity, owner, confirm);
    }
}
