package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import io.rungwatch.sample.Spread;
import io.rungwatch.sample.Standing;
import java.time.Duration;

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

    private static final int SAMPLES = 20;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        double share = rates.layer().kind() == Layer.Kind.EDGE ? 0.5 : 1;
        Duration limit = Duration.ofNanos((long) (share * profile.threshold(INFO)));
        Spread seen = rates.setup().connect();
        return new Rated(
                seen.look(limit, SAMPLES),
                Standing.SLOW_HOLD,
                Finding.of(
                                INFO,
                                seen.slowerThan(limit) + " took longer than " + limit.toMillis()
                                        + " ms, the 95th percentile is "
                                        + seen.percentile(95).toMillis() + " ms")
                        .with("p95_ms", seen.percentile(95).toMillis())
                        .with("samples", seen.samples())
                        .alone());
    }
}
