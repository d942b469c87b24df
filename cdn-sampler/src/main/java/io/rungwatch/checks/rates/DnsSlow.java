package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;

public final class DnsSlow implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("dns_slow", Severity.MINOR, Owner.BY_LAYER)
            .threshold(Threshold.millis(100, "at the 95th percentile, of new connections"))
            .summary("The name of a layer takes long to resolve")
            .impact("Slow starts.")
            .spec("Operator figures")
            .action("Ask the name servers by hand (dig); look at their load and at the way there.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        return Shares.setup(INFO, rates.setup().dns(), profile.threshold(INFO));
    }
}
