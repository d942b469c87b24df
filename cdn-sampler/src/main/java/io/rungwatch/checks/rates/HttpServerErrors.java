package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import io.rungwatch.sample.Limit;
import io.rungwatch.sample.Outcome;
import java.util.EnumSet;
import java.util.Set;

public final class HttpServerErrors implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("http_server_errors", Severity.CRITICAL, Owner.BY_LAYER)
            .threshold(
                    Threshold.percent(1, "of all samples of the layer, beyond chance, in five minutes and in an hour"))
            .summary("A layer answers too many segments with 5xx")
            .impact("Stalls; players give up after a few.")
            .spec("RFC 9110, 15.6; operator figures: 5xx above 1 % is critical")
            .action("Look at the logs of that layer: which upstream, which disk, which limit?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final Set<Outcome> BAD = EnumSet.of(Outcome.SERVER_ERROR);
    private static final int SAMPLES = 60;
    private static final int EVIDENCE = 3;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Limit limit = Limit.ceiling(profile.threshold(INFO), SAMPLES, EVIDENCE);
        return Shares.over(INFO, limit, rates, counts -> counts.share(BAD), "of the segments are answered with 5xx");
    }
}
