package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges what a media playlist has played in place of its own segments. */
public non-sealed interface InterstitialCheck extends Check {
    List<Finding> check(Interstitials seen, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.INTERSTITIALS, severity, owner, confirm);
    }
}
