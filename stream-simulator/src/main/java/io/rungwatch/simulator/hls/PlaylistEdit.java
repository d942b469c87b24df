package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.media.SegmentEdit;

/** What a fault does to a playlist, before or after it has become text. */
public interface PlaylistEdit extends SegmentEdit {
    default MasterPlaylist master(MasterPlaylist playlist) {
        return playlist;
    }

    default MediaPlaylist media(MediaPlaylist playlist) {
        return playlist;
    }

    default String text(String text) {
        return text;
    }
}
