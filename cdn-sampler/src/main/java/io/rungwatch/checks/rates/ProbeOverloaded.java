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
import io.rungwatch.sample.Counts;
import io.rungwatch.sample.Limit;
import io.rungwatch.sample.Look;
import io.rungwatch.sample.Proportion;
import io.rungwatch.sample.Standing;

/** While this holds, no layer is called slow. */
public final class ProbeOverloaded implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("probe_overloaded", Severity.MAJOR, Owner.PROBE)
            .threshold(Threshold.percent(20, "of the samples of five minutes that the probe itself spoiled"))
            .summary(
                    "The probe is too busy to measure: it asks late, or its questions wait for a connection of its own")
            .impact("None for viewers; latencies are not judged.")
            .spec("Rungwatch, probe honesty")
            .action("Give the probe more processor or fewer channels; look at what else runs on its host.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final int SAMPLES = 15;
    private static final int EVIDENCE = 4;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Proportion spoiled = rates.fast().spoiled();
        Look look = Shares.recently(Limit.ceiling(profile.threshold(INFO), SAMPLES, EVIDENCE), rates, Counts::spoiled);
        return new Rated(
                look,
                Standing.FAST_HOLD,
                Finding.of(INFO, spoiled + " samples were spoiled by the probe itself")
                        .with("spoiled", spoiled.k())
                        .with("samples", spoiled.n())
                        .alone());
    }
}
