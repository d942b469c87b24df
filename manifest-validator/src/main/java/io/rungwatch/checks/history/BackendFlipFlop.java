package io.rungwatch.checks.history;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.Twins;
import io.rungwatch.check.TwinsCheck;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class BackendFlipFlop implements TwinsCheck {
    private static final CheckInfo INFO = TwinsCheck.declare(
                    "backend_flip_flop", Severity.MAJOR, Owner.BY_LAYER, Confirm.ELAPSED)
            .threshold(Threshold.count(3, "returns to a server that had been left, in ten polls"))
            .summary("Two servers with different manifests answer in turn; info when they agree on what they share")
            .impact("Random repeats and stalls.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1; DASH-IF timing model, MPD updates")
            .action("Pin sessions, align the counters of the packagers, look at the member of the pool that differs.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Twins twins, ChannelProfile profile) {
        if (twins.returns() < profile.threshold(INFO)) {
            return Finding.NONE;
        }
        boolean seen = twins.differ() || twins.apart().compareTo(twins.allowed()) > 0;
        return Finding.of(
                        INFO,
                        twins.returns() + " returns in ten polls between a manifest that ends at " + twins.here()
                                + " and one that ends at " + twins.other() + skew(twins))
                .severity(seen ? Severity.MAJOR : Severity.INFO)
                .with("returns", twins.returns())
                .with("here", twins.here())
                .with("other", twins.other())
                .alone();
    }

    private static String skew(Twins twins) {
        return twins.differ() && !twins.skew().isZero()
                ? "; one begins the same segments " + Times.text(twins.skew().toNanos()) + " later"
                : "";
    }
}
