package io.rungwatch.checks.history;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.KeyState;
import io.rungwatch.check.Overlap;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class SegmentMetadataChanged implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "segment_metadata_changed", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .threshold(Threshold.millis(20, "by which a duration or date may move; a frame at 50 fps"))
            .summary("What is said of a segment that is still listed changed: its duration, date, key, init section, "
                    + "gap or discontinuity; info where gaps were only filled")
            .impact("The time line jumps in players that merge the old playlist with the new one.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("The packager rewrites history: look at its restarts and at manifest manipulation behind it.");

    private static final String FILLED = "is no longer a gap";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        if (!step.relation().comparable() || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        Overlap overlap = Overlap.of(step.previous().get(), step.current());
        double tolerance = profile.threshold(INFO);
        int filled = 0;
        int changed = 0;
        String first = null;
        int at = -1;
        for (int i = 0; i < overlap.size(); i++) {
            String what = overlap.same(i)
                    ? change(overlap.before().get(i), overlap.now().get(i), i == 0, tolerance)
                    : null;
            if (what == null) {
                continue;
            }
            boolean repair = what.equals(FILLED);
            if (first == null || !repair && changed == 0) {
                first = what;
                at = i;
            }
            filled += repair ? 1 : 0;
            changed += repair ? 0 : 1;
        }
        return first == null ? Finding.NONE : told(overlap.now().get(at), first, filled, changed);
    }

    private static List<Finding> told(Segment segment, String first, int filled, int changed) {
        int more = (changed == 0 ? filled : changed) - 1;
        String number = SequenceNumbers.text(segment.number());
        return Finding.of(
                        INFO,
                        "segment " + number + " (line " + segment.line() + ") " + first
                                + (more == 0 ? "" : ", and " + more + " more changed"))
                .severity(changed == 0 ? Severity.INFO : Severity.MINOR)
                .with("segment", number)
                .with("line", segment.line())
                .with("changed", filled + changed)
                .alone();
    }

    /**
     * Null where nothing did.
     *
     * @param head whether one of the playlists begins with it: there its discontinuity may be counted instead of written
     */
    private static @Nullable String change(Segment before, Segment now, boolean head, double tolerance) {
        if (Math.abs(now.duration() - before.duration()) > tolerance) {
            return "lasted " + Times.text(before.duration()) + " and now lasts " + Times.text(now.duration());
        }
        // What we worked out from other segments is nobody's word.
        if (before.dating().written() && now.dating().written() && Math.abs(now.start() - before.start()) > tolerance) {
            return "began at " + Times.instant(before.start()) + " and now begins at " + Times.instant(now.start());
        }
        if (!KeyState.sameKeys(before, now)) {
            return "has another EXT-X-KEY than before";
        }
        if (!KeyState.sameMap(before.map(), now.map())) {
            return "has another EXT-X-MAP than before";
        }
        if (before.gap() != now.gap()) {
            return now.gap() ? "became a gap" : FILLED;
        }
        if (before.discontinuity() != now.discontinuity() && !head) {
            return now.discontinuity() ? "now has an EXT-X-DISCONTINUITY" : "lost its EXT-X-DISCONTINUITY";
        }
        return null;
    }
}
