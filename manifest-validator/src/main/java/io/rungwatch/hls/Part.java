package io.rungwatch.hls;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** EXT-X-PART: a partial segment; duration in nanoseconds. */
public record Part(
        int line,
        String uri,
        long duration,
        boolean independent,
        boolean gap,
        @Nullable ByteRange byteRange) {
    Part at(@Nullable ByteRange range) {
        return Objects.equals(range, byteRange) ? this : new Part(line, uri, duration, independent, gap, range);
    }
}
