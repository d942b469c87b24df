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

public final class TimelineOverlap implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "timeline_overlap", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(67, "covered twice; exactly that much, or one tick, is still fine"))
            .summary(
                    "Two segments of a SegmentTimeline cover the same time; major from half a segment on, or when time goes back")
            .impact("Repeated pictures, buffer errors.")
            .spec("ISO/IEC 23009-1, 5.3.9.6; DASH-IF timing model, segment references leave no gaps")
            .action("Do two encoders feed one packager? Compare their clocks.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        double tolerance = profile.threshold(INFO);
        List<Seam> found = Seam.of(mpd).stream()
                .filter(seam -> seam.ticks() < 0 && seam.beyond(tolerance))
                .toList();
        Tally tally = new Tally(INFO);
        for (Seam seam : found) {
            boolean major = seam.halfASegment() || seam.back();
            tally.add(Finding.of(
                            INFO,
                            seam.track().set().name() + ": " + seam.length() + " covered twice at t=" + seam.time()
                                    + " (line " + seam.line() + ")")
                    .severity(major ? Severity.MAJOR : Severity.MINOR)
                    .with("period", seam.period().name())
                    .with("line", seam.line())
                    .with("t", seam.time())
                    .with("overlap_seconds", Times.seconds(seam.nanos())));
        }
        return tally.worst();
    }
}
