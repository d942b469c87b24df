package io.rungwatch.check;

import io.rungwatch.hls.MediaPlaylist;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A low-latency playlist as its players ask for it: some blocking reloads one after the other, then at once a delta update, the whole
 * playlist and those of the other renditions.
 *
 * @param chain in the order in which they were asked for, at least one
 * @param known the newest playlist before the delta update was asked for
 * @param delta the answer to a request for a delta update; empty where none is on offer, or none came
 * @param whole the answer to a plain request in the same instant
 * @param others what the other renditions had in that instant; empty where a cache may have answered with something older
 * @param roundTrip what a plain answer takes
 */
public record Reloads(
        Rendition rendition,
        long target,
        long partTarget,
        List<Reload> chain,
        MediaPlaylist known,
        Optional<MediaPlaylist> delta,
        Optional<MediaPlaylist> whole,
        List<Other> others,
        Duration roundTrip) {

    /** Another rendition of the channel at the same layer, by the path under which it answers. */
    public record Other(Rendition rendition, String path, MediaPlaylist playlist) {}
}
