package io.rungwatch.round;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges what is in the segments of one rendition, as it comes from one layer. */
public non-sealed interface MediaCheck extends Sampled {
    List<Finding> check(MediaStep step, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.MEDIA, severity, owner, confirm);
    }
}
