package io.rungwatch.check;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges one media playlist by itself; its verdict holds for as long as the document does. */
public non-sealed interface DocumentCheck extends Check {
    List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.DOCUMENT, severity, owner, confirm);
    }
}
