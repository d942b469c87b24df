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
import io.rungwatch.past.Minutes;
import io.rungwatch.past.Trend;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.function.IntToLongFunction;

public final class ProgramDateTimeDrift implements TrendCheck {
    private static final int LEAST_MINUTES = 30;
    /** How far from the middle the middle third may be: a step lies wholly before or behind it, at 0.5. */
    private static final double STEADY = 0.35;

    private static final double SECOND = 1e9;
    private static final double HOUR = 3600e9;

    private static final CheckInfo INFO = TrendCheck.declare(
                    "program_date_time_drift", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(Threshold.millis(1000, "an hour, seen over half an hour at least and by a second at least"))
            .summary("The stream's own time runs slower or faster than the clock")
            .impact("Latency grows all day, then a stall; or the live edge runs into the future and requests fail.")
            .spec("DASH-IF timing model, no clock drift; HLS Authoring Specification, 8.1")
            .action(
                    "Compare the encoder's clock with NTP, its frame rate with the source; look whether EXTINF is rounded.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Trend past, Rendition rendition, ChannelProfile profile) {
        Minutes seen = past.minutes();
        if (seen.size() < LEAST_MINUTES || rendition.kind() == Rendition.Kind.SUBTITLES) {
            return Finding.NONE;
        }
        boolean dated = past.dated();
        long drift = drift(seen, dated ? seen::lag : seen::lateness);
        int third = seen.size() / 3;
        long span = seen.began(seen.size() - third) - seen.began(0);
        double perHour = drift * (HOUR / span);
        if (Math.abs(perHour) <= profile.threshold(INFO) || Math.abs(drift) <= noise(past)) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        "falls " + Math.abs(Math.round(perHour / SECOND * 10) / 10.0) + " s an hour "
                                + (drift > 0 ? "behind" : "ahead of") + " the clock, "
                                + Times.text(Math.abs(drift)) + " in the last " + Times.text(span))
                .with("seconds_per_hour", Math.round(perHour / SECOND * 100) / 100.0)
                .with("drift_seconds", Times.seconds(drift))
                .alone();
    }

    /** A cache shows its own rhythm beside ours; at the packager there is none. */
    private static double noise(Trend past) {
        long target = past.targetDuration();
        return SECOND + target / 8.0 + past.held();
    }

    /** The best of the last third against the best of the first: how late we looked is in neither. A step is no drift. */
    private static long drift(Minutes seen, IntToLongFunction value) {
        int third = seen.size() / 3;
        long first = least(value, 0, third);
        long last = least(value, seen.size() - third, seen.size());
        long between = least(value, third, seen.size() - third);
        boolean steady = Math.abs(between - (first + last) / 2) <= Math.abs(last - first) * STEADY;
        return steady ? last - first : 0;
    }

    private static long least(IntToLongFunction value, int from, int to) {
        long least = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, value.applyAsLong(i));
        }
        return least;
    }
}
