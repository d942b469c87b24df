package io.rungwatch.media;

/** What a segment turned out to be, and what was seen of it. */
public sealed interface Look permits TransportStream, Fragmented, PackedAudio, WebVtt, Opaque {
    /** As long as the segment was. */
    long bytes();
}
