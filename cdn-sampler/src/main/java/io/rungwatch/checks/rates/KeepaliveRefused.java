package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Habits;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import io.rungwatch.sample.Look;
import io.rungwatch.sample.Standing;

/** A server that ends a connection now and then (after a thousand requests, at a reload) does what it should. */
public final class KeepaliveRefused implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("keepalive_refused", Severity.INFO, Owner.BY_LAYER)
            .summary("A layer closes the connection after every answer")
            .impact("Each segment pays for a new connection: slower starts, and a busier server.")
            .spec("RFC 9112, 9.3")
            .action("Switch keep-alive on: at the server, and in what stands before it.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Habits habits = rates.habits();
        if (habits.answers() < Habits.ANSWERS) {
            return Rated.UNSURE;
        }
        Look look = habits.closed() == Habits.ANSWERS ? Look.PROVEN : habits.closed() == 0 ? Look.GOOD : Look.UNSURE;
        return new Rated(
                look,
                Standing.FAST_HOLD,
                Finding.of(INFO, "after each of the last " + Habits.ANSWERS + " answers the connection was closed")
                        .alone());
    }
}
