package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class SegmentGap implements RenditionsCheck {
    private static final int NEWEST = 3;
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "segment_gap", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(Threshold.count(3, "gaps in a row from which on it is major"))
            .summary(
                    "Segments are marked as missing: info for one, minor for two in a row; critical when all video is missing for two target durations")
            .impact("Players switch to another rung; black where all of them have the gap.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.4.7, 6.2.1")
            .action("Look at the encoder of that rung, and at the contribution when all rungs have it.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        if (self.step().isEmpty()) {
            return Finding.NONE; // An MPD has its own ways to say so.
        }
        MediaPlaylist playlist = self.step().orElseThrow().current();
        if (!playlist.has(Tag.GAP) || playlist.segments().isEmpty()) {
            return Finding.NONE;
        }
        int row = row(playlist);
        if (row == 0) {
            return Finding.NONE;
        }
        boolean dark = self.rendition().kind() == Rendition.Kind.VIDEO
                && isDark(self)
                && all.stream().allMatch(SegmentGap::isDark);
        Severity severity = dark
                ? Severity.CRITICAL
                : row >= profile.threshold(INFO) ? Severity.MAJOR : row == 1 ? Severity.INFO : Severity.MINOR;
        return Finding.of(
                        INFO,
                        (row == 1 ? "a segment is missing" : row + " segments in a row are missing")
                                + (dark ? ", and so are those of all other rungs" : ""))
                .severity(severity)
                .with("segments", row)
                .with("all_video", dark)
                .alone();
    }

    /** The longest row of gaps that reaches into what players are about to fetch: old ones hurt nobody any more. */
    private static int row(MediaPlaylist playlist) {
        List<Segment> segments = playlist.segments();
        long newest = NEWEST * playlist.effectiveTargetDuration();
        long fromEdge = 0;
        int longest = 0;
        int row = 0;
        for (int i = segments.size() - 1; i >= 0 && (row > 0 || fromEdge < newest); i--) {
            row = segments.get(i).gap() ? row + 1 : 0;
            longest = Math.max(longest, row);
            fromEdge += segments.get(i).duration();
        }
        return longest;
    }

    /** Whether nothing but gaps came for two target durations; what is no video does not matter here. */
    private static boolean isDark(View view) {
        if (view.rendition().kind() != Rendition.Kind.VIDEO) {
            return true;
        }
        MediaPlaylist playlist = view.step().orElseThrow().current();
        long missing = 0;
        for (int i = playlist.segments().size() - 1;
                i >= 0 && playlist.segments().get(i).gap();
                i--) {
            missing += playlist.segments().get(i).duration();
        }
        return missing > 0 && missing >= 2 * playlist.effectiveTargetDuration();
    }
}
