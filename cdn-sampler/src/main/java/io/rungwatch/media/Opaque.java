package io.rungwatch.media;

import io.rungwatch.hls.LooksLike;

/**
 * No media that can be read: an error page, nothing at all, or a segment that is encrypted as a whole.
 *
 * @param beginning for people
 */
public record Opaque(long bytes, LooksLike looksLike, String beginning) implements Look {
    private static final int CIPHER_BLOCK = 16;

    /**
     * Whether AES-128 in CBC mode may have made it: only where it has not, that is sure. One cipher text in ten thousand begins like gzip
     * or UTF-16.
     */
    public boolean maybeEncrypted() {
        return bytes % CIPHER_BLOCK == 0
                && switch (looksLike) {
                    case BINARY, GZIP, UTF16, IMAGE -> true;
                    case EMPTY, HTML, HLS, MPD, XML, JSON, MEDIA, TEXT -> false;
                };
    }
}
