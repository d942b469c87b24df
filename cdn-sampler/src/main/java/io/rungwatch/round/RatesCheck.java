package io.rungwatch.round;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Input;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;

/** Judges many samples at one layer. The statistics have confirmed what they prove, so it is told at once. */
public non-sealed interface RatesCheck extends Sampled {
    Rated check(Rates rates, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner) {
        return CheckInfo.declare(id, Input.RATES, severity, owner, Confirm.ELAPSED);
    }
}
