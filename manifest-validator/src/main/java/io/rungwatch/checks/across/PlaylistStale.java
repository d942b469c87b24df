package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class PlaylistStale implements RenditionsCheck {
    private static final double FLOOR = 4e9;
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "playlist_stale", Severity.MAJOR, Owner.BY_LAYER, Confirm.ELAPSED)
            .threshold(Threshold.targetDurations(
                    1.5, "between two advances; half a poll interval and the life in caches come on top"))
            .summary(
                    "No new segment for too long; minor, major from three target durations on, critical when all video stands still")
            .impact("Players stall when their buffer is empty.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1; Apple HLS authoring 8.24")
            .action("Look at the first layer that stands still; at the packager, look at its ingest.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        if (overdue(self, profile, profile.threshold(INFO) + 0.5) <= 0) {
            return Finding.NONE;
        }
        boolean allVideo = all.stream()
                .filter(view -> view.rendition().kind() == Kind.VIDEO)
                .allMatch(view -> overdue(view, profile, 3.5) > 0);
        boolean major = overdue(self, profile, 3) > 0;
        Severity severity = major && allVideo && self.rendition().kind() == Kind.VIDEO
                ? Severity.CRITICAL
                : major ? Severity.MAJOR : Severity.MINOR;
        double times = Math.round((double) self.still() / self.target() * 10) / 10.0;
        Finding finding = Finding.of(
                        INFO,
                        "no new segment for " + Times.text(self.still()) + ", " + times + " × its target duration")
                .severity(severity)
                .with("still_seconds", Times.seconds(self.still()))
                .with("target_durations", times);
        if (self.step().isPresent()) {
            long newest = self.step().get().current().endNumber() - 1;
            finding = finding.with("last_segment", SequenceNumbers.text(newest));
        }
        return finding.with("changed_at", self.changedAt().toString()).alone();
    }

    /** By how many nanoseconds the edge stands still longer than this many target durations and the caches on the way allow. */
    private static double overdue(View view, ChannelProfile profile, double targetDurations) {
        if (view.ended() || !profile.expectsMore(view)) {
            return 0;
        }
        double sparse = view.rendition().kind() == Kind.SUBTITLES ? 2 : 1;
        double limit = targetDurations * sparse * view.target() + view.held();
        return view.still() - Math.max(FLOOR, limit);
    }
}
