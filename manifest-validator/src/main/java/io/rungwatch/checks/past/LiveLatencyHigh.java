package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.TrendCheck;
import io.rungwatch.past.Advances;
import io.rungwatch.past.Minutes;
import io.rungwatch.past.Trend;
import io.rungwatch.profile.ChannelProfile;
import java.util.Arrays;
import java.util.List;

public final class LiveLatencyHigh implements TrendCheck {
    private static final int LOOKS = 5;
    private static final int USUAL_MINUTES = 30;
    private static final double MAJOR = 5;
    private static final long FUTURE = -1_000_000_000L;

    private static final CheckInfo INFO = TrendCheck.declare(
                    "live_latency_high", Severity.MINOR, Owner.BY_LAYER, Confirm.ELAPSED)
            .threshold(Threshold.targetDurations(2, "more than the profile's latency, or than usual in the last hour"))
            .summary(
                    "The live edge lies farther behind the clock than it should, major from five target durations on; or in the future")
            .impact("The neighbour cheers first. An edge in the future makes players ask for what is not there.")
            .spec("HLS Authoring Specification, 8.5")
            .action("Compare the lag layer by layer: the step between two of them owns it; else the encoder's clock.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Trend past, Rendition rendition, ChannelProfile profile) {
        Advances seen = past.advances();
        if (seen.size() < LOOKS || !past.dated() || rendition.kind() == Rendition.Kind.SUBTITLES) {
            return Finding.NONE;
        }
        // What the last look did not see any more is over, whatever most of the looks saw.
        long lag = median(seen);
        long latest = seen.lag(seen.size() - 1);
        if (Math.max(lag, latest) < FUTURE) {
            return Finding.of(INFO, "the live edge lies " + Times.text(-lag) + " in the future")
                    .with("lag_seconds", Times.seconds(lag))
                    .alone();
        }
        long usual = profile.expect().latency().map(java.time.Duration::toNanos).orElseGet(() -> usual(past.minutes()));
        long target = past.targetDuration();
        double more = (Math.min(lag, latest) - usual - past.pause()) / (double) target;
        if (usual == Long.MAX_VALUE || more <= profile.threshold(INFO) || falls(seen, target)) {
            return Finding.NONE;
        }
        return Finding.of(INFO, Times.text(lag) + " behind the clock, usual are " + Times.text(usual))
                .severity(more > MAJOR ? Severity.MAJOR : Severity.MINOR)
                .with("lag_seconds", Times.seconds(lag))
                .with("usual_seconds", Times.seconds(usual))
                .alone();
    }

    /** Farther behind with each segment: how that is called, content_shortage will say, or where it ends the next looks. */
    private static boolean falls(Advances seen, long target) {
        int last = seen.size() - 1;
        for (int i = last; i > last - LOOKS + 1; i--) {
            if (seen.lag(i) <= seen.lag(i - 1)) {
                return false;
            }
        }
        return seen.lag(last) - seen.lag(last - LOOKS + 1) > target / 2;
    }

    private static long median(Advances seen) {
        long[] lags = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            lags[i] = seen.lag(seen.size() - LOOKS + i);
        }
        Arrays.sort(lags);
        return lags[LOOKS / 2];
    }

    /** Nobody promised anything: what the last hour had is what viewers are used to, the saw-tooth of publishing and caching with it. */
    private static long usual(Minutes seen) {
        if (seen.size() < USUAL_MINUTES) {
            return Long.MAX_VALUE;
        }
        long[] lags = new long[seen.size()];
        for (int i = 0; i < lags.length; i++) {
            lags[i] = seen.anyLag(i);
        }
        Arrays.sort(lags);
        return lags[lags.length / 2];
    }
}
