package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;

/** Measured by its own pictures and up to the next segment; what is nearer to the manifest counts. */
public final class SegmentDurationMismatch implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "segment_duration_mismatch", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(100, "or 5 % of it; above half a second or 20 % major"))
            .summary("A segment lasts longer or shorter than its manifest says")
            .impact("Seeking lands elsewhere, players stall or drift away from live.")
            .spec("RFC 8216, 4.3.2.1; ISO 23009-1, 5.3.9.6")
            .action(
                    "Compare EXTINF or @d with what the packager cut: does it round, or count pictures that were dropped?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion meant = step.before().orElse(step.current());
        Optional<Lane> lane = Lanes.main(meant);
        if (lane.isEmpty() || lane.get().duration() <= 0) {
            return Finding.NONE;
        }
        double own = lane.get().duration() - Opened.listed(meant);
        // Until the next begins: the last picture of a segment may stand for long.
        double off = step.before().isEmpty()
                ? own
                : Lanes.like(lane.get(), step.current())
                        .map(next -> next.since(lane.get()) - Opened.listed(meant))
                        .filter(exact -> Math.abs(exact) < Math.abs(own))
                        .orElse(own);
        return check(meant, off, profile.threshold(INFO) / 1e9);
    }

    private static final double MINOR = 0.05;
    private static final double MAJOR = 0.2;
    private static final double MUCH = 0.5;

    /** Old playlists have whole seconds only. */
    private static List<Finding> check(Portion portion, double off, double least) {
        double listed = Opened.listed(portion);
        double rounding = listed == Math.rint(listed) ? MUCH : 0;
        double size = Math.abs(off);
        if (size <= Math.max(Math.max(least, rounding), MINOR * listed)) {
            return Finding.NONE;
        }
        boolean much = size > Math.max(MUCH, rounding) || size > MAJOR * listed;
        return Told.of(
                        INFO,
                        portion,
                        "lasts " + Told.seconds(listed + off) + ", its manifest says " + Told.seconds(listed))
                .with("seconds", listed + off)
                .severity(much ? INFO.severity() : Severity.MINOR)
                .alone();
    }
}
