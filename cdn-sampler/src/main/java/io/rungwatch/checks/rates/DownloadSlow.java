package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import java.time.Duration;

/** The newest segment is left out: it may still be in the making. */
public final class DownloadSlow implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("download_slow", Severity.MAJOR, Owner.BY_LAYER)
            .threshold(Threshold.millis(2000, "for whole segments, at the 95th percentile"))
            .summary("More than one in twenty segments takes too long to load")
            .impact("Low rungs and stalls.")
            .spec("Operator figures: a segment in less than 2 s")
            .action(
                    "Look at the bandwidth between here and that layer, at its limits per connection, and at its load.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Duration limit = Duration.ofNanos((long) profile.threshold(INFO));
        return Shares.slow(INFO, rates, rates.download(), limit, limit, "took longer than");
    }
}
