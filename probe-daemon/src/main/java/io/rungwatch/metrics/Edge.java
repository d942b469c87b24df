package io.rungwatch.metrics;

import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Document;
import io.rungwatch.hls.MediaPlaylist;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a document lists its stream.
 *
 * @param end the number after the last segment's; only differences count
 * @param at on the clock; null where the document has none
 */
record Edge(long end, @Nullable Instant at) {
    /** Empty of what lists no segments. */
    static Optional<Edge> of(Document document, Instant now) {
        if (document instanceof MediaPlaylist playlist && !playlist.segments().isEmpty()) {
            return Optional.of(new Edge(
                    playlist.endNumber(),
                    playlist.edge().isPresent() ? Times.instant(playlist.edge().getAsLong()) : null));
        }
        return document instanceof Mpd mpd && mpd.dynamic() ? of(mpd, now) : Optional.empty();
    }

    /** Numbers begin anew with each Period: how many segments fit before its edge since the epoch goes on. */
    private static Optional<Edge> of(Mpd mpd, Instant now) {
        long target = mpd.presentation().targetDuration(now);
        return target <= 0
                ? Optional.empty()
                : mpd.presentation()
                        .tracks()
                        .flatMap(track -> track.addressing().edgeAt(now).stream())
                        .max(Instant::compareTo)
                        .map(edge -> new Edge((Times.nanos(edge) + target / 2) / target, edge));
    }
}
