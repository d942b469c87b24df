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

/** Of all channels together, for the share of a single one would prove itself too late; told to those that have a part in it. */
public final class HttpErrorRate implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("http_error_rate", Severity.MAJOR, Owner.BY_LAYER)
            .threshold(Threshold.percent(
                    0.5, "of all samples of the layer, beyond chance, in five minutes and in an hour"))
            .summary("More segments fail at a layer than should: errors, timeouts, lost connections")
            .impact("Stalls here and there, for some viewers.")
            .spec("Operator figures: error rate below 0.1 %, alert above 0.5 %")
            .action("Look at the errors by status at that layer; which hosts, which objects?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final Set<Outcome> BAD = EnumSet.of(Outcome.CLIENT_ERROR, Outcome.SERVER_ERROR, Outcome.FAILED);
    private static final int SAMPLES = 60;
    private static final int EVIDENCE = 2;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Limit limit = Limit.ceiling(profile.threshold(INFO), SAMPLES, EVIDENCE);
        return Shares.over(INFO, limit, rates, counts -> counts.share(BAD), "of the segments failed");
    }
}
