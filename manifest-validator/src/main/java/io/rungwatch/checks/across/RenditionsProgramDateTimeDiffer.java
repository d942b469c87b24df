package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.OptionalLong;

public final class RenditionsProgramDateTimeDiffer implements RenditionsCheck {
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "renditions_program_date_time_differ", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(500, "between the dates of the same content; major from two seconds on"))
            .summary("A rendition gives the same content another EXT-X-PROGRAM-DATE-TIME than most")
            .impact("Sound and picture are apart in players that align them by date.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.4")
            .action("Compare the clocks of the encoders.");

    private static final double MAJOR = 2e9;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        double tolerance = profile.threshold(INFO);
        boolean suspicious = false;
        for (int i = 0; i < all.size() && !suspicious; i++) {
            suspicious = areApart(self, all.get(i), tolerance);
        }
        if (!suspicious || !OddOneOut.isMain(self)) {
            return Finding.NONE;
        }
        View other = OddOneOut.against(self, all, (a, b) -> compare(a, b, tolerance));
        return other == null
                ? Finding.NONE
                : told(SameContent.dates(self, other).orElse(0), other);
    }

    /** What only one place of the stream looks like is at two times. Without such a place, it may just be late. */
    private static boolean areApart(View a, View b, double tolerance) {
        boolean samePlace = a.landmarkAt() != View.UNKNOWN && a.landmark() == b.landmark();
        boolean sameCuts = a.cuts() > 1 && b.cuts() > 1 && a.dseq() == b.dseq();
        return samePlace && isApart(a.landmarkAt(), b.landmarkAt(), tolerance)
                || sameCuts && isApart(a.cut(), b.cut(), tolerance);
    }

    private static boolean isApart(long a, long b, double tolerance) {
        return a != View.UNKNOWN && b != View.UNKNOWN && Math.abs(a - b) > tolerance;
    }

    private static int compare(View a, View b, double tolerance) {
        if (!OddOneOut.areMain(a, b)) {
            return OddOneOut.NOT_COMPARABLE;
        }
        OptionalLong offset = SameContent.dates(a, b);
        return offset.isEmpty() ? OddOneOut.NOT_COMPARABLE : OddOneOut.differ(Math.abs(offset.getAsLong()) > tolerance);
    }

    private static List<Finding> told(long offset, View other) {
        String name = other.rendition().name();
        String apart = Times.text(Math.abs(offset)) + (offset > 0 ? " later" : " earlier");
        return Finding.of(INFO, "its dates are " + apart + " than those of " + name + " for the same content")
                .severity(Math.abs(offset) > MAJOR ? Severity.MAJOR : Severity.MINOR)
                .with("later_seconds", Times.seconds(offset))
                .with("other", name)
                .alone();
    }
}
