package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class LowLatencyLost implements PastCheck {
    private static final CheckInfo INFO = PastCheck.declare(
                    "low_latency_lost", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .set(CheckSet.LOW_LATENCY)
            .threshold(Threshold.targetDurations(3, "without parts"))
            .summary("The profile promises low latency, and the playlist has had no parts for a while")
            .impact("Latency is three to five times what was promised.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.7 and 4.4.3.8; HLS Authoring Specification, 14.1")
            .action(
                    "Look at the packager's low-latency output; where only an edge has lost it, at what strips queries there.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Past past, Rendition rendition, ChannelProfile profile) {
        if (!profile.expect().lowLatency()
                || rendition.kind() == Rendition.Kind.SUBTITLES
                || past.step().current().iFramesOnly()
                || past.step().current().ended()) {
            return Finding.NONE;
        }
        long without = Times.nanos(past.step().at()) - Math.max(past.began(), past.partsSeenAt());
        if (without <= profile.threshold(INFO) * past.step().current().effectiveTargetDuration()) {
            return Finding.NONE;
        }
        return Finding.of(INFO, "no EXT-X-PART for " + Times.text(without))
                .with("without_seconds", Times.seconds(without))
                .alone();
    }
}
