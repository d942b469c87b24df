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

public final class TimelineGap implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "timeline_gap", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(67, "between two segments; exactly that much, or one tick, is still fine"))
            .summary(
                    "A SegmentTimeline leaves a hole between two segments; major from half a segment on, or new at the edge everywhere")
            .impact("Playback jumps or stalls.")
            .spec("ISO/IEC 23009-1, 5.3.9.6; DASH-IF timing model, segment references leave no gaps")
            .action("Did the encoder lose input? Lost content belongs between two Periods: look at the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        double tolerance = profile.threshold(INFO);
        List<Seam> found = Seam.of(mpd).stream()
                .filter(seam -> seam.ticks() > 0 && seam.beyond(tolerance))
                .toList();
        Tally tally = new Tally(INFO);
        for (Seam seam : found) {
            boolean major = seam.halfASegment() || newEverywhere(seam, found);
            tally.add(Finding.of(
                            INFO,
                            seam.track().set().name() + ": " + seam.length() + " missing before t=" + seam.time()
                                    + " (line " + seam.line() + ")")
                    .severity(major ? Severity.MAJOR : Severity.MINOR)
                    .with("period", seam.period().name())
                    .with("line", seam.line())
                    .with("t", seam.time())
                    .with("gap_seconds", Times.seconds(seam.nanos())));
        }
        return tally.worst();
    }

    /** The newest segment of every timeline follows a hole: the encoder just lost input. */
    private static boolean newEverywhere(Seam seam, List<Seam> found) {
        long newest = found.stream()
                .filter(other -> other.newest()
                        && other.period().index() == seam.period().index())
                .count();
        return seam.newest() && newest == seam.timelines();
    }
}
