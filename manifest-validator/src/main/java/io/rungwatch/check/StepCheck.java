package io.rungwatch.check;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges a playlist beside the one before it, and against time. */
public non-sealed interface StepCheck extends Check {
    List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.STEP, severity, owner, confirm);
    }
}
