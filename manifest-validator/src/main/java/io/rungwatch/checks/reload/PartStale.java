package io.rungwatch.checks.reload;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Reload;
import io.rungwatch.check.ReloadCheck;
import io.rungwatch.check.Reloads;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;

/** Only a server that holds the request until the part is there shows when it came; polling cannot see it. */
public final class PartStale implements ReloadCheck {
    private static final CheckInfo INFO = ReloadCheck.declare(
                    "part_stale", Severity.MAJOR, Owner.BY_LAYER, Confirm.ELAPSED)
            .threshold(Threshold.count(3, "part targets that may pass between two parts, and a round trip on top"))
            .summary("No new part for longer than parts may take")
            .impact("Low-latency players stall first.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Look at the first layer whose parts are silent; at the packager, at its chunker.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Reloads seen, ChannelProfile profile) {
        long trip = seen.roundTrip().toNanos();
        long least = Math.round(profile.threshold(INFO) * seen.partTarget());
        long limit = Math.max(least, seen.partTarget() + 2 * trip) + trip;
        for (Reload reload : seen.chain()) {
            Duration silence = reload.silence().orElse(Duration.ZERO);
            if (silence.toNanos() > limit && !isEarly(reload)) {
                Duration target = Duration.ofNanos(seen.partTarget());
                return Finding.of(
                                INFO,
                                "no new part for " + Times.text(silence) + ", a part lasts " + Times.text(target)
                                        + " at most")
                        .with("segment", reload.number())
                        .with("part", reload.part())
                        .with("seconds", Times.seconds(silence))
                        .alone();
            }
        }
        return Finding.NONE;
    }

    /** An answer that did not wait for the part says nothing about when it came. */
    private static boolean isEarly(Reload reload) {
        return reload.answer().isPresent() && !reload.brought();
    }
}
