package io.rungwatch.checks.history;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.KeyState;
import io.rungwatch.check.Overlap;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Relation;
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
                    + "gap or discontinuity; info where gaps were only filled, or all dates moved alike")
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
        if (!step.relation().comparable() && step.relation() != Relation.CONFLICTS
                || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        Overlap overlap = Overlap.of(step.previous().get(), step.current());
        double tolerance = profile.threshold(INFO);
        long later = overlap.later();
        if (!step.relation().comparable()) {
            return clock(overlap, later, tolerance);
        }
        int filled = 0;
        int changed = 0;
        String first = null;
        int at = -1;
        for (int i = 0; i < overlap.size(); i++) {
            String what = overlap.same(i)
                    ? change(overlap.before().get(i), overlap.now().get(i), i == 0, later, tolerance)
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
        return first == null
                ? clock(overlap, later, tolerance)
                : told(overlap.now().get(at), first, filled, changed);
    }

    /** A clock that was set, or another packager's: backend_flip_flop says whether they take turns. */
    private static List<Finding> clock(Overlap overlap, long later, double tolerance) {
        if (overlap.same() < overlap.size() || Math.abs(later) <= tolerance) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        "all " + overlap.size() + " segments that were listed before are dated "
                                + Times.text(Math.abs(later)) + (later > 0 ? " later now" : " earlier now"))
                .severity(Severity.INFO)
                .with("changed", overlap.size())
                .alone();
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
     * @param later by how much later all of them are dated: another packager's clock, and no change of this one
     */
    private static @Nullable String change(Segment before, Segment now, boolean head, long later, double tolerance) {
        if (Math.abs(now.duration() - before.duration()) > tolerance) {
            return "lasted " + Times.text(before.duration()) + " and now lasts " + Times.text(now.duration());
        }
        // What we worked out from other segments is nobody's word.
        long moved = now.start() - before.start() - later;
        if (before.dating().written() && now.dating().written() && Math.abs(moved) > tolerance) {
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
