package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges what a layer serves as HLS beside what it serves as DASH. */
public non-sealed interface ProtocolsCheck extends Check {
    /** Both as they were last seen, neither of them empty. */
    List<Finding> check(List<View> hls, List<View> dash, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.PROTOCOLS, severity, owner, confirm);
    }
}
