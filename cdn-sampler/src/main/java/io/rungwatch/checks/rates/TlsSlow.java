package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;

public final class TlsSlow implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("tls_slow", Severity.MINOR, Owner.BY_LAYER)
            .threshold(Threshold.millis(200, "at the 95th percentile, of new connections"))
            .summary("The TLS handshake with a layer takes long")
            .impact("Slow starts.")
            .spec("Operator figures")
            .action("Look at the load of that server, and whether sessions are resumed.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        return Shares.setup(INFO, rates.setup().tls(), profile.threshold(INFO));
    }
}
