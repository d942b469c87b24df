package io.rungwatch.checks.mpd;

import io.rungwatch.check.Availabilities;
import io.rungwatch.check.Availabilities.Asked;
import io.rungwatch.check.AvailabilityCheck;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
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
 * Of segments that a manifest lists, whether its own clock forbids them. Of those that only the clock says are there, what came of asking.
 */
public final class SegmentAvailabilityWrong implements AvailabilityCheck {
    private static final long LEAST = Scale.SECOND;
    /** In a row: late once is a slow disk. */
    private static final int MANY = 3;

    private static final CheckInfo INFO = AvailabilityCheck.declare(
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
    public List<Finding> check(Availabilities seen, ChannelProfile profile) {
        Mpd mpd = seen.mpd();
        if (!mpd.dynamic() || mpd.availabilityStart() == null) {
            return Finding.NONE;
        }
        Tally tally = new Tally(INFO);
        for (PeriodView period : mpd.presentation().periods()) {
            for (Track track : period.tracks()) {
                if (track.addressing().mode() == Addressing.Mode.TIMELINE) {
                    early(track, seen.at(), profile.threshold(INFO), tally);
                }
            }
        }
        for (Asked asked : seen.asked()) {
            if (asked.off().compareTo(tolerance(asked.segment().toNanos(), profile.threshold(INFO))) > 0) {
                tally.add(found(asked));
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

    private static Finding found(Asked asked) {
        boolean late = asked.how() == Availabilities.How.LATE;
        return Finding.of(INFO, asked.rendition() + ": segment " + asked.number() + " " + text(asked))
                .severity(late && asked.looks() >= MANY ? Severity.MAJOR : Severity.MINOR)
                .with("rendition", asked.rendition())
                .with("segment", asked.number())
                .with(late ? "overdue_seconds" : "off_seconds", Times.seconds(asked.off()));
    }

    private static String text(Asked asked) {
        String off = Times.text(asked.off());
        return switch (asked.how()) {
            case LATE -> "should have been there for " + off + ", by the clock of the manifest";
            case EARLY ->
                "is there " + off + " before the clock of the manifest says: the clock of the packager is ahead";
            case GONE -> "is gone, and the time-shift buffer promises it";
        };
    }
}
