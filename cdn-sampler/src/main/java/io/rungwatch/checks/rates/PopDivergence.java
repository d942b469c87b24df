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
import io.rungwatch.sample.Look;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Proportion;
import io.rungwatch.sample.Standing;
import java.util.EnumSet;
import java.util.Set;

/** By Fisher’s exact test: how often chance alone would make one of several as much worse than the others. */
public final class PopDivergence implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("pop_divergence", Severity.MAJOR, Owner.CDN)
            .threshold(Threshold.percent(1, "that it is chance"))
            .summary("One of several caches of a kind fails more often than the others")
            .impact("Stalls for the viewers of that POP only.")
            .spec("Fisher, exact test, one-sided")
            .action("Send its viewers elsewhere; look at that POP’s servers one by one.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final Set<Outcome> BAD = EnumSet.of(Outcome.CLIENT_ERROR, Outcome.SERVER_ERROR, Outcome.FAILED);
    private static final int SAMPLES = 30;
    private static final int EVIDENCE = 3;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        if (!rates.layer().kind().isCache()) {
            return Rated.GOOD; // the origins of other channels are other servers, not other places of one
        }
        Proportion own = rates.slow().share(BAD);
        Proportion others = rates.others().share(BAD);
        if (rates.others().samples() < SAMPLES || own.n() < SAMPLES) {
            return Rated.UNSURE;
        }
        boolean lately =
                rates.fast().share(BAD).k() > 0 && rates.channel().share(BAD).k() > 0;
        boolean worse = own.k() >= EVIDENCE && own.share() > others.share() && lately;
        boolean proven = worse && Fisher.chance(own, others) < profile.threshold(INFO);
        return new Rated(
                proven ? Look.PROVEN : own.share() <= others.share() || !lately ? Look.GOOD : Look.UNSURE,
                Standing.FAST_HOLD,
                Finding.of(INFO, own + " segments failed here, of the others of its kind " + others)
                        .with("bad", own.k())
                        .with("samples", own.n())
                        .with("bad_others", others.k())
                        .with("samples_others", others.n())
                        .alone());
    }
}
