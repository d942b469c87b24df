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
import java.time.Duration;

public final class FirstByteSlow implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("first_byte_slow", Severity.MINOR, Owner.BY_LAYER)
            .threshold(Threshold.millis(200, "at the 95th percentile; two and a half times as much is major"))
            .summary("The origin takes long to begin its answer")
            .impact("Slow starts wherever a cache has to ask.")
            .spec("Operator figures: first byte of the origin below 200 ms")
            .action("Look at the disks and the just-in-time packaging of the origin.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final double MAJOR = 2.5;

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        if (rates.layer().kind() != Layer.Kind.ORIGIN) {
            return Rated.GOOD;
        }
        Duration minor = Duration.ofNanos((long) profile.threshold(INFO));
        Duration major = Duration.ofNanos((long) (MAJOR * profile.threshold(INFO)));
        return Shares.slow(INFO, rates, rates.firstByte(), minor, major, "began later than");
    }
}
