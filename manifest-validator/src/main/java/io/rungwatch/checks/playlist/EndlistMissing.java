package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.PlaylistType;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Mode;
import java.util.List;

public final class EndlistMissing implements StepCheck {
    private static final CheckInfo INFO = StepCheck.declare(
                    "endlist_missing", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .summary(
                    "What is meant to be on demand has no EXT-X-ENDLIST, or a playlist that slides has EXT-X-PLAYLIST-TYPE")
            .impact("Players take it for live: no seek bar, and they reload it for ever.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.5, 6.2.1, 6.2.2")
            .action("Check the packager: was the recording closed, is it set to the right kind of playlist?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
        MediaPlaylist playlist = step.current();
        if (playlist.ended() || playlist.type() == null && profile.mode() != Mode.VOD) {
            return Finding.NONE;
        }
        if (playlist.type() == PlaylistType.VOD || profile.mode() == Mode.VOD) {
            String who = playlist.type() == PlaylistType.VOD ? "the playlist" : "the profile";
            return Finding.of(INFO, "on demand, says " + who + ", and no EXT-X-ENDLIST")
                    .with("reason", "endlist")
                    .alone();
        }
        boolean slid = step.relation().comparable()
                && step.previous()
                        .filter(before -> SequenceNumbers.compare(before.firstNumber(), playlist.firstNumber()) < 0)
                        .isPresent();
        return slid
                ? Finding.of(INFO, "EXT-X-PLAYLIST-TYPE:EVENT on a playlist that drops segments")
                        .with("reason", "type")
                        .alone()
                : Finding.NONE;
    }
}
