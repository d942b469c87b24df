package io.rungwatch.check;

import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges one playlist by what was seen of it over the last minutes, this poll included. */
public non-sealed interface PastCheck extends Check {
    List<Finding> check(Past past, Rendition rendition, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.PAST, severity, owner, confirm);
    }
}
