package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;

public final class PlaylistTooShort implements RenditionsCheck {
    /** Three segments of 5.96 s at a target of 6 s are what 29.97 frames a second give. */
    private static final long SLACK = 500_000_000L;

    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "playlist_too_short", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(3, "least length of the window"))
            .summary(
                    "A live playlist lists less than three target durations; info below six segments, or when the target is longer than any segment")
            .impact("Players sit too near the edge and stall.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.2; Apple HLS authoring 8.11")
            .action("Raise the window of the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        if (self.step().isEmpty()) {
            return Finding.NONE; // An MPD promises its window by itself.
        }
        Step<MediaPlaylist> step = self.step().get();
        MediaPlaylist playlist = step.current();
        if (playlist.ended() || !profile.expectsMore(self) || playlist.skip() != null) {
            return Finding.NONE;
        }
        long target = playlist.effectiveTargetDuration();
        long least = (long) (profile.threshold(INFO) * target);
        Duration known = Duration.between(step.knownSince(), step.at());
        boolean settled = known.toNanos() > least || removed(step);
        int minimum = profile.segment().minimum();
        boolean tooShort = playlist.window() + playlist.tail().duration() + SLACK < least
                || playlist.segments().size() < minimum;
        if (tooShort && settled) {
            Severity severity = isGenerous(playlist, least, minimum) ? Severity.INFO : Severity.MAJOR;
            return found(playlist, severity, ", three target durations are " + Times.text(least));
        }
        return !tooShort && playlist.segments().size() < 6
                ? found(playlist, Severity.INFO, "; six are advised")
                : Finding.NONE;
    }

    /** Some packagers declare a second more than any segment lasts, and list three: it is the target that is too long. */
    private static boolean isGenerous(MediaPlaylist playlist, long least, int minimum) {
        long longest = 0;
        for (Segment segment : playlist.segments()) {
            longest = Math.max(longest, segment.duration());
        }
        double times = (double) least / playlist.effectiveTargetDuration();
        return playlist.segments().size() >= minimum && playlist.window() + SLACK >= times * longest;
    }

    /** A playlist that only grows is still starting. */
    private static boolean removed(Step<MediaPlaylist> step) {
        return step.relation().comparable()
                && step.previous()
                        .map(before -> before.firstNumber() != step.current().firstNumber())
                        .orElse(false);
    }

    private static List<Finding> found(MediaPlaylist playlist, Severity severity, String rule) {
        return Finding.of(
                        INFO,
                        playlist.segments().size() + " segments, " + Times.text(playlist.window()) + " in all" + rule)
                .severity(severity)
                .with("segments", playlist.segments().size())
                .with("window_seconds", Times.seconds(playlist.window()))
                .alone();
    }
}
