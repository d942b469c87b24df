package io.rungwatch.hls;

/** Where the wall-clock time of a segment comes from. Extrapolated times must never be compared with themselves. */
public enum Dating {
    NONE,
    EXTRAPOLATED,
    TAG,
    /** A tag without a zone: RFC 8216 said local time, its successor says UTC; read as UTC. */
    TAG_WITHOUT_ZONE;

    public boolean known() {
        return this != NONE;
    }

    /** By an EXT-X-PROGRAM-DATE-TIME of its own. */
    public boolean written() {
        return this == TAG || this == TAG_WITHOUT_ZONE;
    }
}
