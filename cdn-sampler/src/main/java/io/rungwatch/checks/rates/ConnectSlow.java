package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;

public final class ConnectSlow implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("connect_slow", Severity.MINOR, Owner.BY_LAYER)
            .threshold(Threshold.millis(100, "at the 95th percentile, of new connections; at an edge half of it"))
            .summary("Connections to a layer take long to make")
            .impact("Slow starts.")
            .spec("Operator figures")
            .action("Look at the way there: distance, loss, a firewall that holds back the first packet.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        double share = rates.layer().kind() == Layer.Kind.EDGE ? 0.5 : 1;
        return Shares.setup(INFO, rates.setup().connect(), share * profile.threshold(INFO));
    }
}
