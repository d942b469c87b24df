package io.rungwatch.checks.history;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.check.Times;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.OptionalLong;

public final class TargetDurationChanged implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "target_duration_changed", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .summary("EXT-X-TARGETDURATION changed in a running stream; major when it grew by more than half")
            .impact("Players reload at the wrong pace; risk of stalls.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Was the packager reconfigured or restarted?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        if (!step.relation().comparable() || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        OptionalLong before = step.previous().get().targetDuration();
        OptionalLong now = step.current().targetDuration();
        if (before.isEmpty() || now.isEmpty() || before.getAsLong() == now.getAsLong()) {
            return Finding.NONE;
        }
        boolean grew = now.getAsLong() > before.getAsLong() * 3 / 2;
        return Finding.of(
                        INFO,
                        "target duration changed from " + Times.text(before.getAsLong()) + " to "
                                + Times.text(now.getAsLong()))
                .severity(grew ? Severity.MAJOR : Severity.MINOR)
                .with("before_seconds", Times.seconds(before.getAsLong()))
                .with("now_seconds", Times.seconds(now.getAsLong()))
                .alone();
    }
}
