package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

public final class WindowBelowProfile implements StepCheck {
    private static final Duration SETTLED = Duration.ofMinutes(5);
    private static final CheckInfo INFO = StepCheck.declare(
                    "window_below_profile", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(Threshold.targetDurations(2, "by which the window may be shorter than promised"))
            .summary("The window is shorter than the profile promises, or lost more than a fifth of that at once")
            .impact("Rewind and start-over reach less far back than was sold.")
            .spec("Rungwatch; Apple HLS authoring 8.12")
            .action("Look at storage and retention of the packager; was it restarted?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        MediaPlaylist playlist = step.current();
        Optional<Duration> promised = profile.expect().window();
        if (promised.isEmpty() || playlist.ended() || playlist.skip() != null || !profile.expectsMore(playlist)) {
            return Finding.NONE;
        }
        long slack = (long) (profile.threshold(INFO) * playlist.effectiveTargetDuration());
        long least = promised.get().toNanos() - slack;
        long window = playlist.window() + playlist.tail().duration();
        if (window >= least) {
            return Finding.NONE;
        }
        long before = step.relation().comparable()
                ? step.previous().map(WindowBelowProfile::window).orElse(0L)
                : 0;
        if (window < before / 5 * 4) {
            return found(window, promised.get(), ", " + Times.text(before) + " at the last poll");
        }
        // A stream that began within its window cannot have filled it; a restart begins anew.
        Duration known = Duration.between(step.knownSince(), step.at());
        return known.compareTo(promised.get().plus(SETTLED)) > 0 ? found(window, promised.get(), "") : Finding.NONE;
    }

    private static long window(MediaPlaylist playlist) {
        return playlist.skip() == null ? playlist.window() : 0;
    }

    private static List<Finding> found(long window, Duration promised, String before) {
        return Finding.of(
                        INFO,
                        "the window is " + Times.text(window) + " long, promised are " + Times.text(promised) + before)
                .with("window_seconds", Times.seconds(window))
                .with("promised_seconds", Times.seconds(promised))
                .alone();
    }
}
