package io.rungwatch.exchange;

import java.time.Duration;

/** How much of somebody else's server one GET may cost us. `silence` is the longest one in the middle of a body. */
public record Limits(
        Duration connect,
        Duration firstByte,
        Duration total,
        Duration silence,
        int wireBytes,
        int decodedBytes,
        int headerBytes,
        int redirects) {

    /** Catalogue P13 and hostile inputs 1–3: a playlist of more than 4 MiB breaks television sets. */
    public static final Limits PLAYLIST = new Limits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            4 << 20,
            4 << 20,
            32 << 10,
            5);

    /** Catalogue 2.5, request_timeout and F7: a cache with a cut-off file promises more bytes than it has, and then says nothing. */
    public static final Limits SEGMENT = new Limits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            256 << 20,
            256 << 20,
            32 << 10,
            5);

    public Limits withBytes(int most) {
        return new Limits(connect, firstByte, total, silence, most, most, headerBytes, redirects);
    }

    public Limits withFirstByte(Duration longer) {
        return new Limits(connect, longer, total, silence, wireBytes, decodedBytes, headerBytes, redirects);
    }

    public Limits withTotal(Duration longer) {
        return new Limits(connect, firstByte, longer, silence, wireBytes, decodedBytes, headerBytes, redirects);
    }
}
