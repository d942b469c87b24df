package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.View;
import io.rungwatch.hls.Segment;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class RenditionsDiscontinuityDiffer implements RenditionsCheck {
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "renditions_discontinuity_differ", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(200, "between the same discontinuity in two renditions"))
            .summary("A rendition has its discontinuities at other times or under other numbers than most")
            .impact("No picture or no sound after an ad break.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.4; Apple HLS authoring 8.15")
            .action("Look at the ad stitcher, then at the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        if (!OddOneOut.isMain(self)) {
            return Finding.NONE;
        }
        double tolerance = profile.threshold(INFO);
        boolean alike = true;
        for (int i = 0; i < all.size() && alike; i++) {
            alike = !OddOneOut.isMain(all.get(i)) || alike(self, all.get(i), tolerance);
        }
        if (alike) {
            return Finding.NONE;
        }
        View other = OddOneOut.against(self, all, (a, b) -> compare(a, b, tolerance));
        return other == null ? Finding.NONE : told(self, other, tolerance);
    }

    /** As many, under the same numbers, and the newest at the same time: older ones were compared when they were the newest. */
    private static boolean alike(View a, View b, double tolerance) {
        return a.dseq() == b.dseq() && a.cuts() == b.cuts() && Math.abs(a.cut() - b.cut()) <= tolerance;
    }

    private static int compare(View a, View b, double tolerance) {
        if (!OddOneOut.areMain(a, b)) {
            return OddOneOut.NOT_COMPARABLE;
        }
        if (alike(a, b, tolerance)) {
            return OddOneOut.SAME;
        }
        return isDated(a) && isDated(b)
                ? OddOneOut.differ(Numbering.between(a, b, tolerance) != null)
                : OddOneOut.differ(misses(a, b) || misses(b, a));
    }

    private static boolean isDated(View view) {
        return view.newestAt() != View.UNKNOWN;
    }

    /** Without dates: one that lies well inside both windows, wherever exactly they stand, must be in both. */
    private static boolean misses(View a, View b) {
        List<Segment> segments = a.step().orElseThrow().current().segments();
        long target = Math.max(a.target(), b.target());
        long reach = Math.min(
                a.step().orElseThrow().current().window(),
                b.step().orElseThrow().current().window());
        int inside = 0;
        long fromEdge = 0;
        for (int i = segments.size() - 1; i > 0; i--) {
            fromEdge += segments.get(i).duration();
            boolean well = fromEdge >= 2 * target && fromEdge <= reach - 2 * target;
            inside += well && segments.get(i).discontinuity() ? 1 : 0;
        }
        return inside > b.cuts();
    }

    private static List<Finding> told(View self, View other, double tolerance) {
        String name = other.rendition().name();
        Numbering difference = isDated(self) && isDated(other) ? Numbering.between(self, other, tolerance) : null;
        if (difference == null) {
            return Finding.of(
                            INFO, "discontinuities: " + self.cuts() + " in its window, " + other.cuts() + " in " + name)
                    .with("other", name)
                    .alone();
        }
        return Finding.of(
                        INFO,
                        "at " + difference.at() + " its discontinuity number is " + difference.mine() + ", that of "
                                + name + " is " + difference.theirs())
                .with("at", difference.at())
                .with("number", difference.mine())
                .with("other_number", difference.theirs())
                .with("other", name)
                .alone();
    }
}
