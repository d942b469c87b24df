package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.util.Arrays;
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
        double[] sorted = new double[all.size()];
        boolean dated = isDated(all);
        int count = 0;
        double target = 0;
        double held = 0;
        for (View view : all) {
            if (steady(view)) {
                sorted[count++] = behind(view, dated);
                target = Math.max(target, target(view));
                held = Math.max(held, held(view));
            }
        }
        if (count < 2) {
            return Finding.NONE;
        }
        sorted = Arrays.copyOf(sorted, count);
        Arrays.sort(sorted);
        double spread = sorted[sorted.length - 1] - sorted[0];
        if (spread <= profile.threshold(INFO) * target + held) {
            return Finding.NONE;
        }
        double median = sorted[(sorted.length - 1) / 2];
        double mine = behind(self, dated);
        double farthest = Math.max(sorted[sorted.length - 1] - median, median - sorted[0]);
        if (Math.abs(mine - median) < farthest) {
            return Finding.NONE;
        }
        double off = Math.round((mine - median) * 10) / 10.0;
        return Finding.of(INFO, Math.abs(off) + " s " + (off > 0 ? "behind" : "ahead of") + " the other renditions")
                .severity(spread > 3 * target + held ? Severity.MAJOR : Severity.MINOR)
                .with("behind_seconds", off)
                .with("target_durations", Math.round(Math.abs(off) / target * 10) / 10.0)
                .alone();
    }

    /** Sparse subtitles, and what stands still anyway, are not compared. */
    private static boolean steady(View view) {
        Step<MediaPlaylist> step = view.step().orElseThrow();
        return view.rendition().kind() != Kind.SUBTITLES
                && !step.current().ended()
                && Times.seconds(step.stillFor()) < STILL * target(view);
    }

    private static boolean isDated(List<View> all) {
        for (View view : all) {
            if (steady(view) && view.lags().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static double behind(View view, boolean dated) {
        return Times.seconds((dated ? view.lag() : view.drift()).orElseThrow());
    }

    private static double target(View view) {
        return Times.seconds(view.step().orElseThrow().current().effectiveTargetDuration());
    }

    private static double held(View view) {
        return Times.seconds(view.step().orElseThrow().cacheLife());
    }
}
