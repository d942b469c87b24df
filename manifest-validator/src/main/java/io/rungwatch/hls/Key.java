package io.rungwatch.hls;

import org.jspecify.annotations.Nullable;

/** EXT-X-KEY or EXT-X-SESSION-KEY; `method` as written. */
public record Key(
        int line,
        String method,
        @Nullable String uri,
        @Nullable String iv,
        String keyFormat,
        String keyFormatVersions,
        Attributes attributes) {}
