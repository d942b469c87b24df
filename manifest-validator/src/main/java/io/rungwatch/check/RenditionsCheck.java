package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges one rendition beside the others of its layer: their times are compared, never their numbers. */
public non-sealed interface RenditionsCheck extends Check {
    List<Finding> check(View self, List<View> all, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.RENDITIONS, severity, owner, confirm);
    }
}
