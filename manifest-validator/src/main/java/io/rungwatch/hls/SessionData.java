package io.rungwatch.hls;

import org.jspecify.annotations.Nullable;

/** EXT-X-SESSION-DATA. */
public record SessionData(
        int line,
        @Nullable String dataId,
        @Nullable String value,
        @Nullable String uri,
        @Nullable String language) {}
