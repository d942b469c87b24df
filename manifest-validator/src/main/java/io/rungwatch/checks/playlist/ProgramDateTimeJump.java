package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class ProgramDateTimeJump implements DocumentCheck {
    private static final long SECOND = 1_000_000_000L;
    /** What a duration with three decimals may be off by, and what one without any. */
    private static final long MILLI = 1_000_000L;

    private static final CheckInfo INFO = DocumentCheck.declare(
                    "program_date_time_jump", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .threshold(
                    Threshold.millis(1000, "between the wall-clock time of a segment and the end of the one before it"))
            .summary(
                    "Wall-clock times do not follow from the durations between them; major beyond two target durations")
            .impact("Ads at the wrong place, devices out of step, errors while seeking.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Did the encoder's clock step? Look at its NTP, and at daylight saving.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        if (!playlist.has(Tag.PROGRAM_DATE_TIME)) {
            return Finding.NONE;
        }
        List<Segment> segments = playlist.segments();
        double limit = profile.threshold(INFO);
        long rounding = 0;
        Segment worst = null;
        long most = 0;
        for (int i = 1; i < segments.size(); i++) {
            Segment before = segments.get(i - 1);
            Segment segment = segments.get(i);
            rounding += before.duration() % SECOND == 0 ? SECOND / 2 : MILLI;
            if (!segment.dating().written()) {
                continue;
            }
            long jump = segment.start() - before.end();
            // One segment is rounded once; a hundred of them between two dates, a hundred times.
            double slack = limit + (before.dating().written() ? 0 : rounding);
            rounding = 0;
            boolean off = segment.discontinuity() ? jump < -slack : Math.abs(jump) > slack;
            if (off && before.dating().known() && Math.abs(jump) > Math.abs(most)) {
                most = jump;
                worst = segment;
            }
        }
        return worst == null ? Finding.NONE : found(worst, most, playlist.effectiveTargetDuration());
    }

    private static List<Finding> found(Segment segment, long jump, long target) {
        return Finding.of(
                        INFO,
                        "segment " + SequenceNumbers.text(segment.number()) + " (line " + segment.line() + ") begins "
                                + Times.text(Math.abs(jump)) + (jump > 0 ? " after" : " before")
                                + " the end of the one before it")
                .severity(Math.abs(jump) > 2 * target ? Severity.MAJOR : Severity.MINOR)
                .with("segment", SequenceNumbers.text(segment.number()))
                .with("line", segment.line())
                .with("jump_seconds", Times.seconds(jump))
                .alone();
    }
}
