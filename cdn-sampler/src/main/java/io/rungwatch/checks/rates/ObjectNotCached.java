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
import java.util.Optional;

public final class ObjectNotCached implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("object_not_cached", Severity.MAJOR, Owner.CDN)
            .threshold(Threshold.percent(10, "of segments that were asked for twice, beyond chance"))
            .summary("A segment that was asked for a moment ago is not in the cache")
            .impact("Every viewer is a request to the layer above.")
            .spec("RFC 9111, 3, 4.1")
            .action(
                    "Do the headers allow it? Does the probe ask with the Host that viewers use? Look at the cache key and at the storage.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final int SAMPLES = 10;
    private static final int EVIDENCE = 3;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Optional<Proportion> hits = rates.channel().hits(Counts.Row.SECOND_TOUCH, rates.revalidatedIsHit());
        if (!rates.layer().kind().isCache() || hits.isEmpty()) {
            return rates.layer().kind().isCache() ? Rated.UNSURE : Rated.GOOD;
        }
        Proportion missed =
                new Proportion(hits.get().n() - hits.get().k(), hits.get().n());
        Look look = Limit.ceiling(profile.threshold(INFO), SAMPLES, EVIDENCE).look(missed);
        return new Rated(
                look,
                Standing.FAST_HOLD,
                Finding.of(INFO, missed + " segments were not in the cache two seconds after it had given them")
                        .with("missed", missed.k())
                        .with("samples", missed.n())
                        .alone());
    }
}
