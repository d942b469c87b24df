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

/** Proof of failure, never absence of proof: 99.9 % cannot be proven by a few hundred samples. */
public final class AvailabilityLow implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("availability_low", Severity.MAJOR, Owner.BY_LAYER)
            .threshold(Threshold.percent(1, "failures, beyond chance, in an hour; at the origin a tenth of it"))
            .summary("A layer is not there as often as it should be; critical at the origin")
            .impact("Viewers meet errors that players must work around.")
            .spec("Operator figures: availability of the origin 99.9 %, of the rest 99 %")
            .action("Look at the failures of the last hour at that layer, by status and by host.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final Set<Outcome> BAD =
            EnumSet.of(Outcome.SERVER_ERROR, Outcome.FAILED, Outcome.CLIENT_ERROR, Outcome.UNASKED);
    private static final int SAMPLES = 300;
    private static final int EVIDENCE = 3;
    private static final double ORIGIN = 0.1;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        boolean origin = rates.layer().kind() == Layer.Kind.ORIGIN;
        double threshold = profile.threshold(INFO) * (origin ? ORIGIN : 1);
        Limit limit = Limit.ceiling(threshold, SAMPLES, EVIDENCE);
        return Shares.slowly(
                INFO,
                origin ? Severity.CRITICAL : INFO.severity(),
                limit,
                rates,
                counts -> counts.share(BAD),
                "of the segments could not be had");
    }
}
