package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges whether what a rendition lists is there, and as it says it is. */
public non-sealed interface DeliveryCheck extends Check {
    List<Finding> check(Delivered seen, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.DELIVERY, severity, owner, confirm);
    }
}
