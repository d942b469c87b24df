package io.rungwatch.media;

import io.rungwatch.hls.LooksLike;

/**
 * No media that can be read: an error page, nothing at all, or a segment that is encrypted as a whole.
 *
 * @param beginning for people
 */
public record Opaque(long bytes, LooksLike looksLike, String beginning) implements Look {
    private static final int CIPHER_BLOCK = 16;

    /** Whether AES-128 in CBC mode may have made it: only that is sure which cannot be. */
    public boolean maybeEncrypted() {
        return looksLike == LooksLike.BINARY && bytes % CIPHER_BLOCK == 0;
    }
}
