package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.View;
import io.rungwatch.hls.Segment;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class RenditionsBoundariesDiffer implements RenditionsCheck {
    private static final long FRAME = 40_000_000L;
    private static final int FEWEST = 3;
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "renditions_boundaries_differ", Severity.INFO, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .set(CheckSet.AUTHORING)
            .threshold(Threshold.percent(90, "of the segments must begin where one of the other rung begins"))
            .summary("The segments of a rung begin at other times than those of most other rungs")
            .impact("Switching quality is not seamless.")
            .spec("Apple HLS authoring 8.22")
            .action("Lock the GOPs of the encoders to each other.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        boolean suspicious = false;
        for (int i = 0; i < all.size() && !suspicious; i++) {
            suspicious = areRungs(self, all.get(i)) && !onOneGrid(self, all.get(i));
        }
        if (!suspicious) {
            return Finding.NONE;
        }
        double enough = profile.threshold(INFO);
        View other = OddOneOut.against(self, all, (a, b) -> compare(a, b, enough));
        if (other == null) {
            return Finding.NONE;
        }
        String name = other.rendition().name();
        long share = Math.round(100 * share(self, other));
        return Finding.of(INFO, share + " % of its segments begin where one of " + name + " begins")
                .with("percent", share)
                .with("other", name)
                .alone();
    }

    private static boolean areRungs(View a, View b) {
        return isRung(a) && isRung(b);
    }

    private static boolean isRung(View view) {
        return OddOneOut.isMain(view) && view.rendition().kind() == Kind.VIDEO && view.newestAt() != View.UNKNOWN;
    }

    /** Equal segments, and the newest ones a whole number of them apart: so are then all others. */
    private static boolean onOneGrid(View a, View b) {
        if (a.landmark() != -1 || b.landmark() != -1 || a.pace() <= 0 || Math.abs(a.pace() - b.pace()) > 1_000_000) {
            return false;
        }
        long off = Math.floorMod(a.newestAt() - b.newestAt(), a.pace());
        return Math.min(off, a.pace() - off) <= FRAME;
    }

    private static int compare(View a, View b, double enough) {
        if (!areRungs(a, b)) {
            return OddOneOut.NOT_COMPARABLE;
        }
        double share = onOneGrid(a, b) ? 1 : Math.min(share(a, b), share(b, a));
        return Double.isNaN(share) ? OddOneOut.NOT_COMPARABLE : OddOneOut.differ(share < enough);
    }

    /** Of those that lie inside both windows; not a number where they are too few. */
    private static double share(View self, View other) {
        List<Segment> mine = self.step().orElseThrow().current().segments();
        List<Segment> theirs = other.step().orElseThrow().current().segments();
        long from = theirs.getFirst().start() - FRAME;
        long to = theirs.getLast().start() + FRAME;
        int inside = 0;
        int partners = 0;
        int k = 0;
        for (Segment segment : mine) {
            if (segment.start() < from || segment.start() > to) {
                continue;
            }
            inside++;
            while (k < theirs.size() && theirs.get(k).start() < segment.start() - FRAME) {
                k++;
            }
            partners += k < theirs.size() && theirs.get(k).start() <= segment.start() + FRAME ? 1 : 0;
        }
        return inside < FEWEST ? Double.NaN : (double) partners / inside;
    }
}
