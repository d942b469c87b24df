package io.rungwatch.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** A sliding window as a packager writes it: six-second segments, each with its date. */
final class LivePlaylist {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");

    private LivePlaylist() {}

    static byte[] of(int segments) {
        StringBuilder text = new StringBuilder("""
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:13970664
                #EXT-X-DISCONTINUITY-SEQUENCE:12
                """);
        for (int i = 0; i < segments; i++) {
            text.append("#EXT-X-PROGRAM-DATE-TIME:")
                    .append(START.plusMillis(6006L * i))
                    .append("\n#EXTINF:6.00600,\nCH_001_HD_5M_")
                    .append(13970664 + i)
                    .append(".ts\n");
        }
        return text.toString().getBytes(UTF_8);
    }
}
