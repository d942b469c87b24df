package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
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

/** Of segments that viewers had time to fetch, asked for the first time: how warm they keep the cache. */
public final class CacheHitRatioLow implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("cache_hit_ratio_low", Severity.MINOR, Owner.CDN)
            .summary(
                    "A cache has fewer of the segments than the tier of the channel makes one expect; major below 85 %, critical below 50 %")
            .impact("Slower starts; the layer above carries what this one should.")
            .spec("RFC 9211; operator figures: 95 / 85 / 70 % by tier")
            .action("Look at evictions, at the TTL of segments, at what stands in the cache key.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final double MAJOR = 0.85;
    private static final double CRITICAL = 0.50;
    private static final int FEW = 15;
    private static final int SOME = 30;
    private static final int MANY = 60;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        if (!rates.layer().kind().isCache()) {
            return Rated.GOOD;
        }
        Optional<Proportion> hits = rates.touches().hits(Counts.Row.FIRST_TOUCH, rates.revalidatedIsHit());
        if (hits.isEmpty()) {
            return Rated.UNSURE;
        }
        double usual = profile.tier().expectedHitRatio();
        Look critical = Limit.floor(CRITICAL, FEW).look(hits.get());
        Look major = Limit.floor(MAJOR, SOME).look(hits.get());
        Look minor = Limit.floor(usual, MANY).look(hits.get());
        Severity severity =
                critical == Look.PROVEN ? Severity.CRITICAL : major == Look.PROVEN ? Severity.MAJOR : Severity.MINOR;
        // The tail may be colder than others, and yet too cold.
        double expected = severity == Severity.MINOR ? usual : Math.max(usual, MAJOR);
        boolean proven = critical == Look.PROVEN || major == Look.PROVEN || minor == Look.PROVEN;
        Finding finding = Finding.of(
                        INFO,
                        Shares.percent(hits.get().share()) + " of " + hits.get().n()
                                + " segments came from its store, expected are " + Shares.percent(expected))
                .severity(severity)
                .with("hit_ratio", hits.get().share())
                .with("samples", hits.get().n());
        return new Rated(proven ? Look.PROVEN : minor, Standing.SLOW_HOLD, finding.alone());
    }
}
