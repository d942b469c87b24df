package io.rungwatch.check;

import io.rungwatch.dash.Mpd;
import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges one playlist by what was seen of it over the last minutes, this poll included. A few can judge an MPD by its Periods. */
public non-sealed interface PastCheck extends Check {
    List<Finding> check(Past past, Rendition rendition, ChannelProfile profile);

    default List<Finding> check(Step<Mpd> seen, ChannelProfile profile) {
        return Finding.NONE;
    }

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.PAST, severity, owner, confirm);
    }
}
