package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.dash.Mpd;
import io.rungwatch.simulator.hls.Keys;
import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.stream.Rendition;

/** Faults of protection; where nothing is encrypted they do nothing. */
final class KeyFaults {
    private KeyFaults() {}

    static MediaPlaylist noUri(Occasion occasion, MediaPlaylist playlist) {
        return playlist.each(
                row -> row.key() == null ? row : row.withKey(row.key().replaceFirst(",URI=\"[^\"]*\"", "")));
    }

    static MediaPlaylist lost(Occasion occasion, MediaPlaylist playlist) {
        return SegmentFaults.born(
                occasion, playlist, row -> row.key() == null ? row : row.withKey("#EXT-X-KEY:METHOD=NONE"));
    }

    static Mpd lost(Occasion occasion, Mpd mpd) {
        return occasion.since() == Fault.NEVER ? mpd : mpd.eachSet(set -> set.withKid(null));
    }

    /** All that is born during the fault has the key that held when it began. */
    static MediaPlaylist stuck(Occasion occasion, MediaPlaylist playlist) {
        Rendition rendition = occasion.rendition();
        if (rendition == null) {
            return playlist;
        }
        return SegmentFaults.born(occasion, playlist, row -> {
            long then = occasion.newestAt(occasion.fault().since(row.published()));
            return row.withKey(Keys.line(occasion.channel(), rendition, Math.max(0, then)));
        });
    }
}
