package io.rungwatch.simulator.stream;

/** How media is wrapped, and the least playlist version that its addressing needs. */
public enum Container {
    TS(".ts", "video/mp2t", 3),
    /** MPEG-TS in files of ten segments each, addressed by byte range. */
    TS_BYTE_RANGES(".ts", "video/mp2t", 4),
    FMP4(".m4s", "video/mp4", 7),
    FMP4_BYTE_RANGES(".mp4", "video/mp4", 7);

    /** Segments in one file where they are addressed by byte range. */
    public static final int PER_FILE = 10;

    private final String suffix;
    private final String mediaType;
    private final int version;

    Container(String suffix, String mediaType, int version) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.version = version;
    }

    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    public int version() {
        return version;
    }

    public boolean byteRanges() {
        return this == TS_BYTE_RANGES || this == FMP4_BYTE_RANGES;
    }

    public boolean initSection() {
        return this == FMP4 || this == FMP4_BYTE_RANGES;
    }
}
