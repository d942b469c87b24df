package io.rungwatch.hls;

public enum PlaylistType {
    EVENT,
    VOD
}
