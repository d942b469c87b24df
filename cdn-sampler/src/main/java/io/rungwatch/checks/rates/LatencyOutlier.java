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
import io.rungwatch.sample.Proportion;
import io.rungwatch.sample.Spread;
import io.rungwatch.sample.Standing;
import java.time.Duration;

public final class LatencyOutlier implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("latency_outlier", Severity.MINOR, Owner.BY_LAYER)
            .threshold(Threshold.count(
                    3, "first bytes in five minutes that took five times the median, and a second more than it"))
            .summary("Some segments wait far longer for their first byte than the others of that layer")
            .impact("A stall now and then.")
            .spec("RFC 9110")
            .action("One server of several? Look at that layer\u2019s slowest requests by host.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final int TIMES = 5;
    private static final Duration MORE = Duration.ofSeconds(1);
    private static final int SAMPLES = 20;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Spread fast = rates.firstByte().fast();
        if (fast.samples() < SAMPLES) {
            return Rated.UNSURE;
        }
        Duration median = fast.percentile(50);
        Duration far = median.multipliedBy(TIMES);
        Duration limit = far.compareTo(median.plus(MORE)) > 0 ? far : median.plus(MORE);
        Proportion slower = fast.slowerThan(limit);
        boolean proven = slower.k() >= profile.threshold(INFO)
                && rates.firstByte().own().slowest().compareTo(limit) > 0;
        return new Rated(
                proven ? Look.PROVEN : Look.GOOD,
                Standing.FAST_HOLD,
                Finding.of(
                                INFO,
                                slower + " segments waited longer than " + limit.toMillis() + " ms, the median is "
                                        + median.toMillis() + " ms")
                        .with("slow", slower.k())
                        .with("samples", slower.n())
                        .alone());
    }
}
