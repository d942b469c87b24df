package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.sample.Counts;
import io.rungwatch.sample.Limit;
import io.rungwatch.sample.Look;
import io.rungwatch.sample.Proportion;
import io.rungwatch.sample.Spread;
import io.rungwatch.sample.Standing;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** What the checks of rates have in common: both windows must prove it, and who tells of it must have a part in it. */
final class Shares {
    private static final int LEAST = 20;
    private static final double SPOILED = 0.2;

    private Shares() {}

    /** Proven in the last minutes and in the last hour. */
    static Rated over(CheckInfo check, Limit limit, Rates rates, Function<Counts, Proportion> share, String what) {
        Look look = limit.look(share.apply(rates.fast())).and(limit.look(share.apply(rates.slow())));
        return rated(check, check.severity(), look, Standing.FAST_HOLD, rates, share, what);
    }

    /** As it is in the last minutes; where these have too little to say, the hour tells when it is over. */
    static Look recently(Limit limit, Rates rates, Function<Counts, Proportion> share) {
        Proportion minutes = share.apply(rates.fast());
        if (minutes.n() >= limit.samples()) {
            return limit.look(minutes);
        }
        boolean over = limit.look(share.apply(rates.slow())) == Look.GOOD && minutes.share() <= limit.threshold() / 2;
        return over ? Look.GOOD : Look.UNSURE;
    }

    /** Proven in the last minutes. */
    static Rated lately(CheckInfo check, Limit limit, Rates rates, Function<Counts, Proportion> share, String what) {
        Look look = recently(limit, rates, share);
        return rated(check, check.severity(), look, Standing.FAST_HOLD, rates, share, what);
    }

    /** Proven in the last hour. */
    static Rated slowly(
            CheckInfo check,
            Severity severity,
            Limit limit,
            Rates rates,
            Function<Counts, Proportion> share,
            String what) {
        Look look = limit.look(share.apply(rates.slow()));
        return rated(check, severity, look, Standing.SLOW_HOLD, rates, share, what);
    }

    private static Rated rated(
            CheckInfo check,
            Severity severity,
            Look look,
            Duration hold,
            Rates rates,
            Function<Counts, Proportion> share,
            String what) {
        Proportion own = share.apply(rates.channel());
        if (look == Look.PROVEN && own.k() == 0) {
            return Rated.GOOD; // Of this channel nothing failed.
        }
        Proportion all = share.apply(rates.slow());
        return new Rated(
                look,
                hold,
                Finding.of(
                                check,
                                percent(all.share()) + " " + what + " (" + all + " of all channels, " + own
                                        + " of this one)")
                        .severity(severity)
                        .with("share", all.share())
                        .with("bad", all.k())
                        .with("samples", all.n())
                        .alone());
    }

    /** Of the 95th percentile, in both windows. A probe that is late itself calls nobody slow. */
    static Rated slow(CheckInfo check, Rates rates, Rates.Latencies seen, Duration minor, Duration major, String what) {
        if (rates.fast().spoiled().share() > SPOILED) {
            return Rated.UNSURE;
        }
        Look look = seen.fast().look(minor, LEAST).and(seen.slow().look(minor, LEAST));
        if (seen.own().slowest().compareTo(minor) <= 0) {
            return Rated.GOOD; // Of this channel nothing was slow.
        }
        // By the hour alone, or it would go up and down.
        boolean worse = seen.slow().look(major, LEAST) == Look.PROVEN;
        Duration limit = worse ? major : minor;
        Proportion slower = seen.slow().slowerThan(limit);
        return new Rated(
                look,
                Standing.FAST_HOLD,
                Finding.of(
                                check,
                                slower + " segments " + what + " " + limit.toMillis() + " ms, the 95th percentile is "
                                        + seen.slow().percentile(95).toMillis() + " ms")
                        .severity(worse ? Severity.MAJOR : Severity.MINOR)
                        .with("p95_ms", seen.slow().percentile(95).toMillis())
                        .with("median_ms", seen.slow().percentile(50).toMillis())
                        .with("samples", slower.n())
                        .alone());
    }

    /** Of new connections, which are rare: an hour of them. */
    static Rated setup(CheckInfo check, Spread seen, double nanos) {
        Duration limit = Duration.ofNanos((long) nanos);
        return new Rated(
                seen.look(limit, LEAST),
                Standing.SLOW_HOLD,
                Finding.of(
                                check,
                                seen.slowerThan(limit) + " took longer than " + limit.toMillis()
                                        + " ms, the 95th percentile is "
                                        + seen.percentile(95).toMillis() + " ms")
                        .with("p95_ms", seen.percentile(95).toMillis())
                        .with("samples", seen.samples())
                        .alone());
    }

    static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }
}
