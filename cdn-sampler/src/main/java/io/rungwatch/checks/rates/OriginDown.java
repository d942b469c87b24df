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
import io.rungwatch.sample.Limit;
import io.rungwatch.sample.Outcome;
import java.util.EnumSet;
import java.util.Set;

public final class OriginDown implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("origin_down", Severity.CRITICAL, Owner.BY_LAYER)
            .threshold(Threshold.percent(10, "of all samples of the origin in five minutes, beyond chance"))
            .summary("The origin fails: 5xx, timeouts, lost connections")
            .impact("Caches live on what they have; then every viewer stops.")
            .spec("Operator figures: 5xx above 10 % is an origin that is down")
            .action("Is the origin up? Switch to the backup origin; page the CDN team.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final Set<Outcome> BAD = EnumSet.of(Outcome.SERVER_ERROR, Outcome.FAILED);
    private static final int SAMPLES = 15;
    private static final int EVIDENCE = 4;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        if (rates.layer().kind() != Layer.Kind.ORIGIN) {
            return Rated.GOOD;
        }
        Limit limit = Limit.ceiling(profile.threshold(INFO), SAMPLES, EVIDENCE);
        return Shares.lately(INFO, limit, rates, counts -> counts.share(BAD), "of the segments failed");
    }
}
