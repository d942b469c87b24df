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
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the manifest alone can show: segments that it lists and that its own clock forbids. Whether the others are really there, only
 * requests can tell: {@link io.rungwatch.dash.Availability} says which to make, {@link #late} what their answers mean.
 */
public final class SegmentAvailabilityWrong implements MpdCheck {
    private static final long LEAST = Scale.SECOND;

    private static final CheckInfo INFO = MpdCheck.declare(
                    "segment_availability_wrong", Severity.MINOR, Owner.BY_LAYER, Confirm.ELAPSED)
            .threshold(Threshold.targetDurations(0.5, "early or late by the clock, at least one second"))
            .summary("Segments come earlier or later than the manifest's clock says; major when they are late")
            .impact("Players ask for segments that are not there: storms of 404, stalls.")
            .spec("ISO/IEC 23009-1, 5.3.9.5.3, 7.2.1; DASH-IF timing model, availability window")
            .action("At the packager: compare its clock with NTP. Only at an edge: a cached 404.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        if (!mpd.dynamic() || mpd.availabilityStart() == null) {
            return Finding.NONE;
        }
        Tally tally = new Tally(INFO);
        for (PeriodView period : mpd.presentation().periods()) {
            for (Track track : period.tracks()) {
                if (track.addressing().mode() == Addressing.Mode.TIMELINE) {
                    early(track, at, profile.threshold(INFO), tally);
                }
            }
        }
        return tally.worst();
    }

    /** By more than rounding, nobody can have made it yet. */
    private static void early(Track track, Instant at, double factor, Tally tally) {
        Addressing addressing = track.addressing();
        long count = addressing.count(at);
        if (count == 0) {
            return;
        }
        Instant available = addressing.availableAt(count - 1).orElse(at);
        Duration ahead = Duration.between(at, available);
        if (ahead.compareTo(tolerance(addressing.longest(at), factor)) > 0) {
            tally.add(Finding.of(
                            INFO,
                            track.name() + " lists segments that end " + Times.text(ahead)
                                    + " from now: the clock of the packager is ahead")
                    .with("representation", track.name())
                    .with("segment", addressing.number(count - 1))
                    .with("ahead_seconds", Times.seconds(ahead)));
        }
    }

    private static Duration tolerance(long targetDuration, double factor) {
        return Duration.ofNanos(Math.max(LEAST, (long) (factor * targetDuration)));
    }

    /**
     * The finding for a segment that was asked for and not there.
     *
     * @param overdue for how long it should have been there
     * @param misses how many in a row
     */
    public static List<Finding> late(
            Track track, long index, Duration overdue, int misses, ChannelProfile profile, Instant at) {
        Duration tolerance = tolerance(track.addressing().longest(at), profile.threshold(INFO));
        if (overdue.compareTo(tolerance) <= 0) {
            return Finding.NONE;
        }
        long number = track.addressing().number(index);
        return Finding.of(
                        INFO,
                        track.name() + ": segment " + number + " should have been there for " + Times.text(overdue))
                .severity(misses >= 3 ? Severity.MAJOR : Severity.MINOR)
                .with("representation", track.name())
                .with("segment", number)
                .with("overdue_seconds", Times.seconds(overdue))
                .alone();
    }
}
