package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;

public final class PeriodGap implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "period_gap", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .threshold(Threshold.millis(100, "between two Periods; exactly that much is still fine"))
            .summary("A Period ends before the next one begins")
            .impact("The picture freezes between programme and advertisement.")
            .spec("ISO/IEC 23009-1, 5.3.2.1; DASH-IF timing model, Periods form the timeline")
            .action("Look at how the ad stitcher rounds durations.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        for (Border border : Border.of(mpd)) {
            long gap = border.next().start() - border.end();
            if (gap > profile.threshold(INFO) && border.matters(mpd, at)) {
                tally.add(border.finding(
                        INFO, Times.text(gap) + " of nothing between Periods " + border.names(), "gap_seconds", gap));
            }
        }
        return tally.worst();
    }
}
