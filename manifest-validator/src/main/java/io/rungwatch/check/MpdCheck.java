package io.rungwatch.check;

import io.rungwatch.dash.Mpd;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;

/** Judges one MPD by itself. `at` is when its request was sent: in a live MPD the clock is half of what it says. */
public non-sealed interface MpdCheck extends Check {
    List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.MPD, severity, owner, confirm);
    }
}
