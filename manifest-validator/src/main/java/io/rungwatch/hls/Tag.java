package io.rungwatch.hls;

import java.util.function.Consumer;

/** The table of tags: name, where it belongs, how often it may stand, who reads it. */
public enum Tag {
    EXTM3U("EXTM3U", Scope.ANY, true, BasicTags::nothing),
    VERSION("EXT-X-VERSION", Scope.ANY, true, BasicTags::version),
    INDEPENDENT_SEGMENTS("EXT-X-INDEPENDENT-SEGMENTS", Scope.ANY, true, BasicTags::nothing),
    START("EXT-X-START", Scope.ANY, true, BasicTags::start),
    DEFINE("EXT-X-DEFINE", Scope.ANY, false, DefineTag::define),
    ALLOW_CACHE("EXT-X-ALLOW-CACHE", Scope.ANY, false, Reading::unknown),

    TARGETDURATION("EXT-X-TARGETDURATION", Scope.MEDIA, true, PlaylistTags::targetDuration),
    MEDIA_SEQUENCE("EXT-X-MEDIA-SEQUENCE", Scope.MEDIA, true, PlaylistTags::mediaSequence),
    DISCONTINUITY_SEQUENCE("EXT-X-DISCONTINUITY-SEQUENCE", Scope.MEDIA, true, PlaylistTags::discontinuitySequence),
    ENDLIST("EXT-X-ENDLIST", Scope.MEDIA, true, BasicTags::nothing),
    PLAYLIST_TYPE("EXT-X-PLAYLIST-TYPE", Scope.MEDIA, true, PlaylistTags::playlistType),
    I_FRAMES_ONLY("EXT-X-I-FRAMES-ONLY", Scope.MEDIA, true, BasicTags::nothing),

    EXTINF("EXTINF", Scope.MEDIA, false, SegmentTags::extinf),
    BYTERANGE("EXT-X-BYTERANGE", Scope.MEDIA, false, SegmentTags::byteRange),
    DISCONTINUITY("EXT-X-DISCONTINUITY", Scope.MEDIA, false, SegmentTags::discontinuity),
    KEY("EXT-X-KEY", Scope.MEDIA, false, SegmentTags::key),
    MAP("EXT-X-MAP", Scope.MEDIA, false, SegmentTags::map),
    PROGRAM_DATE_TIME("EXT-X-PROGRAM-DATE-TIME", Scope.MEDIA, false, SegmentTags::programDateTime),
    GAP("EXT-X-GAP", Scope.MEDIA, false, SegmentTags::gap),
    BITRATE("EXT-X-BITRATE", Scope.MEDIA, false, SegmentTags::bitrate),
    DATERANGE("EXT-X-DATERANGE", Scope.MEDIA, false, DateRangeTag::dateRange),

    PART_INF("EXT-X-PART-INF", Scope.MEDIA, true, LowLatencyTags::partInf),
    SERVER_CONTROL("EXT-X-SERVER-CONTROL", Scope.MEDIA, true, LowLatencyTags::serverControl),
    PART("EXT-X-PART", Scope.MEDIA, false, LowLatencyTags::part),
    SKIP("EXT-X-SKIP", Scope.MEDIA, true, LowLatencyTags::skip),
    PRELOAD_HINT("EXT-X-PRELOAD-HINT", Scope.MEDIA, false, LowLatencyTags::preloadHint),
    RENDITION_REPORT("EXT-X-RENDITION-REPORT", Scope.MEDIA, false, LowLatencyTags::renditionReport),

    CUE_OUT("EXT-X-CUE-OUT", Scope.MEDIA, false, CueTags::out),
    CUE_OUT_CONT("EXT-X-CUE-OUT-CONT", Scope.MEDIA, false, CueTags::cont),
    CUE_IN("EXT-X-CUE-IN", Scope.MEDIA, false, CueTags::in),
    SCTE35("EXT-X-SCTE35", Scope.MEDIA, false, CueTags::scte35),
    OATCLS_SCTE35("EXT-OATCLS-SCTE35", Scope.MEDIA, false, CueTags::oatcls),

    STREAM_INF("EXT-X-STREAM-INF", Scope.MULTIVARIANT, false, MultivariantTags::streamInf),
    I_FRAME_STREAM_INF("EXT-X-I-FRAME-STREAM-INF", Scope.MULTIVARIANT, false, MultivariantTags::iFrameStreamInf),
    MEDIA("EXT-X-MEDIA", Scope.MULTIVARIANT, false, MultivariantTags::media),
    SESSION_DATA("EXT-X-SESSION-DATA", Scope.MULTIVARIANT, false, MultivariantTags::sessionData),
    SESSION_KEY("EXT-X-SESSION-KEY", Scope.MULTIVARIANT, false, MultivariantTags::sessionKey),
    CONTENT_STEERING("EXT-X-CONTENT-STEERING", Scope.MULTIVARIANT, true, MultivariantTags::contentSteering);

    /** Which kind of playlist a tag belongs to. */
    public enum Scope {
        ANY,
        MEDIA,
        MULTIVARIANT
    }

    private final String text;
    private final Scope scope;
    private final boolean once;
    /** Method references without state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<Reading> handler;

    Tag(String text, Scope scope, boolean once, Consumer<Reading> handler) {
        this.text = text;
        this.scope = scope;
        this.once = once;
        this.handler = handler;
    }

    /** The name without the #. */
    public String text() {
        return text;
    }

    public Scope scope() {
        return scope;
    }

    /** Whether a playlist may have it only once. */
    public boolean once() {
        return once;
    }

    /** Sets of tags are bits of a long: nothing outlives the process, so the order of the table may change. */
    @SuppressWarnings("EnumOrdinal")
    long bit() {
        return 1L << ordinal();
    }

    void read(Reading reading) {
        handler.accept(reading);
    }
}
