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
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

public final class PeriodOverlap implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "period_overlap", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .threshold(Threshold.millis(100, "that two Periods share; exactly that much is still fine"))
            .summary(
                    "A Period ends after the next one begins, or its segments end before it does; major beyond one second")
            .impact("Content is cut off, repeated or missing at the border.")
            .spec("ISO/IEC 23009-1, 5.3.2.1; DASH-IF timing model, necessary segment references")
            .action("Look at the ad stitcher: which of the two Periods does it place wrongly?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        for (Border border : Border.of(mpd)) {
            long shared = border.end() - border.next().start();
            boolean ordered = border.next().start() >= border.before().start();
            if (ordered && shared > profile.threshold(INFO)) {
                tally.add(border.finding(
                                INFO,
                                "Periods " + border.names() + " share " + Times.text(shared),
                                "overlap_seconds",
                                shared)
                        .severity(shared > Scale.SECOND ? Severity.MAJOR : Severity.MINOR));
            }
        }
        order(mpd, tally);
        if (mpd.dynamic()) {
            mpd.presentation().periods().forEach(period -> holes(mpd, period, at, tally));
        }
        return tally.worst();
    }

    private static void order(Mpd mpd, Tally tally) {
        List<PeriodView> periods = mpd.presentation().periods();
        for (int i = 1; i < periods.size(); i++) {
            PeriodView period = periods.get(i);
            if (period.startKnown() && period.start() < periods.get(i - 1).start()) {
                tally.add(
                        Severity.MAJOR,
                        period.period().at(),
                        "Period " + period.name() + " begins before the one in front of it");
            }
        }
    }

    /** A Period that has ended and whose segments stop before it did. A static one's are presentation_duration_wrong's. */
    private static void holes(Mpd mpd, PeriodView period, Instant at, Tally tally) {
        boolean last = period.index() + 1 == mpd.presentation().periods().size();
        boolean over = mpd.availabilityStart() != null
                && !period.open()
                && mpd.availabilityStart().plusNanos(period.end()).isBefore(at);
        if (last || !over) {
            return;
        }
        for (Track track : period.tracks()) {
            Addressing addressing = track.addressing();
            OptionalLong edge =
                    addressing.mode() == Addressing.Mode.TIMELINE ? addressing.edge(at) : OptionalLong.empty();
            if (edge.isPresent() && period.end() - edge.getAsLong() > addressing.longest(at)) {
                tally.add(
                        Severity.MAJOR,
                        track.representation().at(),
                        track.name() + " ends " + Times.text(period.end() - edge.getAsLong()) + " before its Period "
                                + period.name());
                return;
            }
        }
    }
}
