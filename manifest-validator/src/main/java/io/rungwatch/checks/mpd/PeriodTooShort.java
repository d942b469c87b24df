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
import io.rungwatch.dash.PeriodView;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;

public final class PeriodTooShort implements MpdCheck {
    private static final int MANY = 50;

    private static final CheckInfo INFO = MpdCheck.declare(
                    "period_too_short", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .threshold(Threshold.millis(500, "least length of a Period, or half a segment if that is longer"))
            .summary("A Period is too short to play; info for an empty one, and for more than fifty Periods")
            .impact("A glitch on television sets.")
            .spec("DASH-IF timing model, Periods of zero duration; Rungwatch")
            .action("Look at splice conditioning: two splices came too close.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        List<PeriodView> periods = mpd.presentation().periods();
        double least = Math.max(profile.threshold(INFO), mpd.presentation().targetDuration(at) / 2.0);
        for (int i = 0; i + 1 < periods.size(); i++) {
            PeriodView period = periods.get(i);
            long duration = period.duration().orElse(Long.MAX_VALUE);
            if (period.startKnown() && duration < least) {
                String text = duration == 0 ? " has no duration" : " lasts only " + Times.text(duration);
                tally.add(
                        duration == 0 ? Severity.INFO : Severity.MINOR,
                        period.period().at(),
                        "Period " + period.name() + text);
            }
        }
        if (periods.size() > MANY) {
            tally.add(Severity.INFO, mpd.at(), periods.size() + " Periods");
        }
        return tally.worst();
    }
}
