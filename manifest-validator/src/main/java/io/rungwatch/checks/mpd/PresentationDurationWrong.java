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
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Mode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

public final class PresentationDurationWrong implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "presentation_duration_wrong", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .threshold(Threshold.millis(500, "between the whole and its parts; exactly that much is still fine"))
            .summary("mediaPresentationDuration is not what Periods and segments add up to")
            .impact("The seek bar is wrong, or playback stalls at the end.")
            .spec("DASH-IF timing model, static presentations")
            .action("Let the packager write the manifest again from its segments.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        if (mpd.dynamic()) {
            ending(mpd, profile, tally);
            return tally.worst();
        }
        List<PeriodView> periods = mpd.presentation().periods();
        if (periods.isEmpty()) {
            return Finding.NONE;
        }
        if (periods.getFirst().start() != 0) {
            tally.add(
                    Severity.MINOR,
                    periods.getFirst().period().at(),
                    "the first Period begins at "
                            + Times.text(periods.getFirst().start()) + ", not at 0");
        }
        sum(mpd, periods, profile.threshold(INFO), tally);
        periods.forEach(period -> cover(period, at, tally));
        return tally.worst();
    }

    /** A channel that goes on for ever cannot know how long it is. */
    private static void ending(Mpd mpd, ChannelProfile profile, Tally tally) {
        boolean both = mpd.mediaPresentationDuration() != null && mpd.minimumUpdatePeriod() != null;
        if (both && profile.mode() == Mode.LIVE) {
            tally.add(Severity.MINOR, mpd.at(), "a live MPD that still changes says mediaPresentationDuration");
        }
    }

    private static void sum(Mpd mpd, List<PeriodView> periods, double limit, Tally tally) {
        OptionalLong end = periods.getLast().statedEnd();
        if (mpd.mediaPresentationDuration() == null || end.isEmpty()) {
            return;
        }
        long whole = mpd.mediaPresentationDuration().nanos();
        if (Math.abs(whole - end.getAsLong()) > limit) {
            tally.add(
                    Severity.MINOR,
                    mpd.at(),
                    "mediaPresentationDuration is " + Times.text(whole) + ", the Periods last "
                            + Times.text(end.getAsLong()));
        }
    }

    private static void cover(PeriodView period, Instant at, Tally tally) {
        for (Track track : period.tracks()) {
            Addressing addressing = track.addressing();
            long missing = period.open() || addressing.mode() == Addressing.Mode.SINGLE
                    ? 0
                    : period.end() - period.start() - addressing.cover(at);
            if (missing > addressing.longest(at)) {
                tally.add(
                        Severity.MINOR,
                        addressing.info().at(),
                        "segments of " + track.name() + " end " + Times.text(missing) + " before Period "
                                + period.name());
                return;
            }
        }
    }
}
