package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.View;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class RenditionsDateRangesDiffer implements RenditionsCheck {
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "renditions_date_ranges_differ", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(2, "after its start, until a date range must be in all"))
            .summary("A rendition lacks an EXT-X-DATERANGE that most have, or says something else in it")
            .impact("Ads are missing on some rungs.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.5.1, 6.2.4")
            .action("Look at the packager, or at what writes the markers behind it.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        // Only some need carry any; and those of a layer nearly always carry the same.
        if (self.dateRanges() == 0 || !OddOneOut.isMain(self)) {
            return Finding.NONE;
        }
        boolean alike = true;
        for (int i = 0; i < all.size() && alike; i++) {
            alike = all.get(i).dateRanges() == self.dateRanges() || !isCarrier(all.get(i));
        }
        if (alike) {
            return Finding.NONE;
        }
        double settled = profile.threshold(INFO);
        View other = OddOneOut.against(self, all, (a, b) -> compare(a, b, settled));
        return other == null ? Finding.NONE : told(self, other, settled);
    }

    private static boolean isCarrier(View view) {
        return view.dateRanges() != 0 && OddOneOut.isMain(view) && view.newestAt() != View.UNKNOWN;
    }

    private static int compare(View a, View b, double settled) {
        if (!isCarrier(a) || !isCarrier(b)) {
            return OddOneOut.NOT_COMPARABLE;
        }
        return OddOneOut.differ(a.dateRanges() != b.dateRanges() && DateRanges.difference(a, b, settled) != null);
    }

    private static List<Finding> told(View self, View other, double settled) {
        String what = DateRanges.difference(self, other, settled);
        String name = other.rendition().name();
        return Finding.of(INFO, what + " in " + name).with("other", name).alone();
    }
}
