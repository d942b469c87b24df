package io.rungwatch.check;

import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges the answer to one request, on every poll. */
public non-sealed interface ExchangeCheck extends Check {
    List<Finding> check(Attempt attempt, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.EXCHANGE, severity, owner, confirm);
    }
}
