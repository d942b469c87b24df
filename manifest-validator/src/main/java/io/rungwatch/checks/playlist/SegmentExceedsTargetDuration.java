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
import io.rungwatch.profile.ChannelProfile;
import java.util.Comparator;
import java.util.List;

public final class SegmentExceedsTargetDuration implements DocumentCheck {
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "segment_exceeds_target_duration", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(500, "above the target duration; exactly that much is still fine"))
            .summary(
                    "A segment is longer than the target duration allows; major from 1.5 times on, or when it is three of them")
            .impact("Stalls at the live edge, because players reload at the pace of the target duration.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.1; Apple HLS authoring 7.7")
            .action("Look at GOP length, scene-cut keyframes and splice conditioning of the encoder.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        if (playlist.targetDuration().isEmpty() || playlist.iFramesOnly()) {
            return Finding.NONE;
        }
        long target = playlist.targetDuration().getAsLong();
        double limit = target + profile.threshold(INFO);
        if (playlist.longestSegment() <= limit) {
            return Finding.NONE;
        }
        List<Segment> tooLong = playlist.segments().stream()
                .filter(segment -> segment.duration() > limit)
                .toList();
        Segment longest = tooLong.stream()
                .max(Comparator.comparingLong(Segment::duration))
                .orElseThrow();
        boolean major = longest.duration() >= target / 2 * 3 || tooLong.size() >= 3;
        return Finding.of(
                        INFO,
                        (tooLong.size() == 1 ? "segment " : tooLong.size() + " segments, the longest ")
                                + SequenceNumbers.text(longest.number()) + " (line " + longest.line() + ") lasts "
                                + Times.text(longest.duration()) + ", target duration " + Times.text(target))
                .severity(major ? Severity.MAJOR : Severity.MINOR)
                .with("segment", SequenceNumbers.text(longest.number()))
                .with("line", longest.line())
                .with("duration_seconds", Times.seconds(longest.duration()))
                .with("target_duration_seconds", Times.seconds(target))
                .with("segments", tooLong.size())
                .alone();
    }
}
