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
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class RenditionOutOfSync implements RenditionsCheck {
    /** A rendition that has not advanced for a whole target duration is on its way to being stale, which says it better. */
    private static final double STILL = 1;

    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "rendition_out_of_sync", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(1.5, "between the first and the last rendition; the norm allows one"))
            .summary("One rendition runs behind or ahead of the others; major from three target durations on")
            .impact("A stall or a jump at each switch of quality, sound that does not match at the start.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.4")
            .action("Restart the encoder output that is late.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        if (!steady(self)) {
            return Finding.NONE;
        }
        boolean dated = isDated(all);
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long target = 0;
        long late = 0;
        for (int i = 0; i < all.size(); i++) {
            View view = all.get(i);
            if (steady(view)) {
                first = Math.min(first, behind(view, dated));
                last = Math.max(last, behind(view, dated));
                target = Math.max(target, view.target());
                late = Math.max(late, view.held() + view.apart());
            }
        }
        if (last - first <= profile.threshold(INFO) * target + late) {
            return Finding.NONE;
        }
        long[] sorted = all.stream()
                .filter(RenditionOutOfSync::steady)
                .mapToLong(view -> behind(view, dated))
                .sorted()
                .toArray();
        long median = sorted[(sorted.length - 1) / 2];
        long mine = behind(self, dated) - median;
        if (Math.abs(mine) < Math.max(last - median, median - first)) {
            return Finding.NONE;
        }
        double off = Math.round(Times.seconds(mine) * 10) / 10.0;
        return Finding.of(INFO, Math.abs(off) + " s " + (off > 0 ? "behind" : "ahead of") + " the other renditions")
                .severity(last - first > 3 * target + late ? Severity.MAJOR : Severity.MINOR)
                .with("behind_seconds", off)
                .with("target_durations", Math.round(Math.abs(off) / Times.seconds(target) * 10) / 10.0)
                .alone();
    }

    /** Sparse subtitles, and what stands still anyway, are not compared. */
    private static boolean steady(View view) {
        return view.rendition().kind() != Kind.SUBTITLES && !view.ended() && view.still() < STILL * view.target();
    }

    private static boolean isDated(List<View> all) {
        for (int i = 0; i < all.size(); i++) {
            if (steady(all.get(i)) && !all.get(i).dated()) {
                return false;
            }
        }
        return true;
    }

    private static long behind(View view, boolean dated) {
        return dated ? view.lag() : view.drift();
    }
}
