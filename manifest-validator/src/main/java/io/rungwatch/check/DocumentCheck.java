package io.rungwatch.check;

import io.rungwatch.dash.Mpd;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges one media playlist by itself; its verdict holds for as long as the document does. A few have as much to say of an MPD. */
public non-sealed interface DocumentCheck extends Check {
    List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile);

    default List<Finding> check(Mpd mpd, ChannelProfile profile) {
        return Finding.NONE;
    }

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.DOCUMENT, severity, owner, confirm);
    }
}
