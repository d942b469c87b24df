package io.rungwatch.hls;

import org.jspecify.annotations.Nullable;

/** EXT-X-DEFINE; no value where an import or a query parameter was not to be had. */
public record Define(
        int line, Kind kind, String name, @Nullable String value) {
    public enum Kind {
        NAME,
        IMPORT,
        QUERYPARAM
    }
}
