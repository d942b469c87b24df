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
import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.Span;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class UpdatePeriodInvalid implements MpdCheck {
    private static final long DAY = 86_400 * Scale.SECOND;

    private static final CheckInfo INFO = MpdCheck.declare(
                    "update_period_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .threshold(Threshold.targetDurations(4, "how much longer than what is listed ahead an update may take"))
            .summary("minimumUpdatePeriod does not fit the segments that the MPD lists; info for odd values")
            .impact("Players see new segments late and stall between updates.")
            .spec("ISO/IEC 23009-1, 5.4; DASH-IF timing model, MPD updates")
            .action("Set minimumUpdatePeriod of the packager to about one segment.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        if (!mpd.dynamic() || mpd.presentation().periods().isEmpty()) {
            return Finding.NONE;
        }
        List<Track> growing = mpd.presentation().periods().getLast().tracks().stream()
                .filter(track ->
                        track.addressing().timeline().filter(t -> !t.open()).isPresent())
                .toList();
        boolean open = mpd.presentation().periods().getLast().open();
        Tally tally = new Tally(INFO);
        Span period = mpd.minimumUpdatePeriod();
        if (period == null) {
            if (open && !growing.isEmpty()) {
                tally.add(Severity.MINOR, mpd.at(), "no minimumUpdatePeriod, but the timeline must grow");
            }
            return tally.worst();
        }
        if (open && !growing.isEmpty()) {
            late(mpd, growing, period, profile.threshold(INFO), at, tally);
            odd(mpd, period, tally);
        }
        if (period.nanos() < 0) {
            tally.add(Severity.INFO, mpd.at(), "minimumUpdatePeriod is negative: " + period.text());
        }
        return tally.worst();
    }

    private static void late(Mpd mpd, List<Track> growing, Span period, double factor, Instant at, Tally tally) {
        long target = mpd.presentation().targetDuration(at);
        long ahead = growing.stream()
                .map(track -> track.addressing().edgeAt(at))
                .filter(Optional::isPresent)
                .mapToLong(edge -> Math.max(0, Scale.nanos(Duration.between(at, edge.get()))))
                .min()
                .orElse(0);
        if (target > 0 && period.nanos() > ahead + factor * target) {
            tally.add(
                    Severity.MINOR,
                    mpd.at(),
                    "minimumUpdatePeriod is " + period.text() + ", segments last " + Times.text(target));
        }
    }

    /** P100Y is how equal segments say that the manifest never changes: fine there. */
    private static void odd(Mpd mpd, Span period, Tally tally) {
        boolean events = mpd.periods().stream().flatMap(p -> p.sets().stream()).anyMatch(AdaptationSet::inbandEvents);
        if (period.nanos() == 0 && !events) {
            tally.add(Severity.INFO, mpd.at(), "minimumUpdatePeriod is 0, but no event in the media announces updates");
        }
        if (period.calendar() || period.nanos() > DAY) {
            tally.add(Severity.INFO, mpd.at(), "minimumUpdatePeriod is " + period.text());
        }
    }
}
