package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class TargetDurationMissing implements DocumentCheck {
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "target_duration_missing", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "No EXT-X-TARGETDURATION, or not a whole number of seconds from 1 up; minor for one in disguise like 6.0")
            .impact("Strict players refuse the playlist.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.1")
            .action("A packager bug: roll back.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        String text = playlist.targetDurationText();
        if (text == null) {
            return Finding.of(INFO, "no EXT-X-TARGETDURATION").alone();
        }
        boolean clear = playlist.targetDuration().isPresent();
        if (clear && text.strip().chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Finding.NONE;
        }
        // 6.0: every player copes.
        return Finding.of(INFO, "EXT-X-TARGETDURATION is not a whole number of seconds from 1 up: " + text)
                .severity(clear ? Severity.MINOR : Severity.MAJOR)
                .with("value", text)
                .alone();
    }
}
