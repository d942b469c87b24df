package io.rungwatch.checks.history;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.check.Threshold;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.PlaylistType;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Mode;
import java.time.Duration;
import java.util.List;

public final class PlaylistTypeChanged implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "playlist_type_changed", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .threshold(
                    Threshold.targetDurations(3, "since we know the playlist, in which it may still become an EVENT"))
            .summary(
                    "A running playlist changed its kind: EXT-X-PLAYLIST-TYPE, EXT-X-I-FRAMES-ONLY, or an EVENT that slides")
            .impact("Players offer a wrong range for seeking.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.5, 4.4.3.6, 6.2.1")
            .action("Look at the mode of the packager's output.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        if (!step.relation().comparable() || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        MediaPlaylist before = step.previous().get();
        MediaPlaylist now = step.current();
        if (before.iFramesOnly() != now.iFramesOnly()) {
            return told("EXT-X-I-FRAMES-ONLY " + (now.iFramesOnly() ? "appeared" : "disappeared"), Severity.MINOR);
        }
        if (before.type() != now.type()) {
            return changed(step, before, now, profile);
        }
        if (now.type() == PlaylistType.EVENT && SequenceNumbers.compare(now.firstNumber(), before.firstNumber()) > 0) {
            return told(
                    "it says EVENT, but its first segments were removed: it began with "
                            + SequenceNumbers.text(before.firstNumber()) + " and now begins with "
                            + SequenceNumbers.text(now.firstNumber()),
                    Severity.MINOR);
        }
        return Finding.NONE;
    }

    private static List<Finding> changed(
            Step<MediaPlaylist> step, MediaPlaylist before, MediaPlaylist now, ChannelProfile profile) {
        if (now.type() == PlaylistType.VOD && now.ended() || startsUp(step, before, now, profile)) {
            return Finding.NONE; // The event is over and stays as a recording; or the packager has just begun.
        }
        boolean afterwards = before.ended() && now.type() == null && profile.mode() != Mode.VOD;
        return told(
                "EXT-X-PLAYLIST-TYPE was " + word(before) + " and is now " + word(now),
                afterwards ? Severity.INFO : Severity.MINOR);
    }

    private static boolean startsUp(
            Step<MediaPlaylist> step, MediaPlaylist before, MediaPlaylist now, ChannelProfile profile) {
        double known = Duration.between(step.knownSince(), step.at()).toNanos();
        return before.type() == null
                && now.type() == PlaylistType.EVENT
                && now.firstNumber() == before.firstNumber()
                && known <= profile.threshold(INFO) * now.effectiveTargetDuration();
    }

    private static String word(MediaPlaylist playlist) {
        return playlist.type() == null ? "absent" : playlist.type().name();
    }

    private static List<Finding> told(String what, Severity severity) {
        return Finding.of(INFO, what).severity(severity).alone();
    }
}
