package io.rungwatch.checks.mpdhistory;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;

public final class AvailabilityStartChanged implements MpdStepCheck {
    private static final CheckInfo INFO = MpdStepCheck.declare(
                    "availability_start_changed", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .threshold(Threshold.millis(1, "that rounding may cost"))
            .summary("availabilityStartTime changed in a running stream: all segments moved in time")
            .impact("All running players jump or fail.")
            .spec("DASH-IF timing model, MPD updates")
            .action("Did the packager restart? Fix availabilityStartTime in its configuration.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<Mpd> step, ChannelProfile profile) {
        boolean judged = step.relation() != Relation.SWITCHED && step.relation() != Relation.OLDER;
        if (!judged || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        Mpd before = step.previous().get();
        Mpd now = step.current();
        boolean oneStream =
                before.id() == null || now.id() == null || before.id().equals(now.id());
        if (!oneStream || before.availabilityStart() == null || now.availabilityStart() == null) {
            return Finding.NONE;
        }
        Duration moved = Duration.between(before.availabilityStart(), now.availabilityStart());
        if (moved.abs().compareTo(Duration.ofNanos((long) profile.threshold(INFO))) <= 0) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        "availabilityStartTime moved by " + Times.text(moved) + " (line "
                                + now.at().line() + ")")
                .with("line", now.at().line())
                .with("before", before.availabilityStart().toString())
                .with("now", now.availabilityStart().toString())
                .alone();
    }
}
