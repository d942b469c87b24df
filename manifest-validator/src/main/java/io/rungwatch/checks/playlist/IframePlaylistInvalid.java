package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class IframePlaylistInvalid implements DocumentCheck {
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "iframe_playlist_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .summary("A rung for playback is an I-frame playlist, or an I-frame playlist has parts (info)")
            .impact("A slide show instead of video, or no pictures while seeking.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.6, 4.4.6.3; Apple HLS authoring 6.8, 6.11–6.12")
            .action("Check the trick-play output of the packager, and which address the manifest gives to the rung.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        if (!playlist.iFramesOnly()) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        int line = playlist.source().firstLineOf(Tag.I_FRAMES_ONLY);
        // A playlist that is watched alone may well be meant to be one.
        if (rendition.kind() == Rendition.Kind.VIDEO && !rendition.name().equals("playlist")) {
            faults.add(line, "rung", "an I-frame playlist where the manifest promises video");
        }
        if (playlist.has(Tag.PART)) {
            faults.add(Severity.INFO, playlist.source().firstLineOf(Tag.PART), "parts", "parts of I-frames");
        }
        return faults.told();
    }
}
