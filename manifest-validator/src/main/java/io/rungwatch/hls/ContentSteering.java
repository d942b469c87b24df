package io.rungwatch.hls;

import org.jspecify.annotations.Nullable;

/** EXT-X-CONTENT-STEERING. */
public record ContentSteering(
        int line, @Nullable String serverUri, @Nullable String pathwayId) {}
