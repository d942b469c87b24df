package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import io.rungwatch.sample.Limit;
import io.rungwatch.sample.Look;
import io.rungwatch.sample.Proportion;
import io.rungwatch.sample.Standing;

/** Manifests that are made for each viewer pass by design; segments hardly ever. */
public final class CacheBypassed implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("cache_bypassed", Severity.MAJOR, Owner.CDN)
            .threshold(Threshold.percent(5, "of the segments, beyond chance; critical above half of them"))
            .summary("A cache does not even try to serve segments from its store")
            .impact("Every viewer is a request to the layer above.")
            .spec("RFC 9211, 2.2")
            .action(
                    "Look at its rules (cookies, query, method) and at Cache-Control: no-store, private, Set-Cookie, Vary: * from the origin.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final int SAMPLES = 15;
    private static final int EVIDENCE = 2;
    private static final double CRITICAL = 0.50;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        if (!rates.layer().kind().isCache()) {
            return Rated.GOOD;
        }
        Proportion passes = rates.channel().passes();
        Look look = Limit.ceiling(profile.threshold(INFO), SAMPLES, EVIDENCE).look(passes);
        boolean most = Limit.ceiling(CRITICAL, SAMPLES, EVIDENCE).look(passes) == Look.PROVEN;
        return new Rated(
                look,
                Standing.FAST_HOLD,
                Finding.of(INFO, passes + " segments went past the cache")
                        .severity(most ? Severity.CRITICAL : INFO.severity())
                        .with("passed", passes.k())
                        .with("samples", passes.n())
                        .alone());
    }
}
