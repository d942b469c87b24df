package io.rungwatch.check;

import io.rungwatch.past.Trend;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges how a rendition moved over the last minutes, whichever protocol showed it. */
public non-sealed interface TrendCheck extends Check {
    List<Finding> check(Trend seen, Rendition rendition, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.PAST, severity, owner, confirm);
    }
}
