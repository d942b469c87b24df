package io.rungwatch.hls;

/** A URI of a playlist that is not plainly relative to it. */
public record Reference(int line, Kind kind, String uri) {
    public enum Kind {
        /** Playlists, segments and parts: asked for over HTTP and nothing else. */
        MEDIA,
        /** Keys, init sections, session data and steering: may stand in the text itself, as `data:`. */
        DATA
    }
}
