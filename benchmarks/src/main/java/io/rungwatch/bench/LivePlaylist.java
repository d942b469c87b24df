package io.rungwatch.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** A sliding window as a packager writes it: six-second segments, each with its date. */
final class LivePlaylist {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");

    private static final int FIRST = 13_970_664;

    private LivePlaylist() {}

    /** When the segment of this number, counted from the first of all, has begun. */
    static Instant begin(int segment) {
        return START.plusMillis(6006L * segment);
    }

    static byte[] of(int segments) {
        return of(0, segments);
    }

    /** From this segment on. */
    static byte[] of(int from, int segments) {
        StringBuilder text = new StringBuilder("""
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:%d
                #EXT-X-DISCONTINUITY-SEQUENCE:12
                """.formatted(FIRST + from));
        for (int i = from; i < from + segments; i++) {
            text.append("#EXT-X-PROGRAM-DATE-TIME:")
                    .append(begin(i))
                    .append("\n#EXTINF:6.00600,\nCH_001_HD_5M_")
                    .append(FIRST + i)
                    .append(".ts\n");
        }
        return text.toString().getBytes(UTF_8);
    }
}
