package io.rungwatch.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A media playlist of equal segments. Segment 100 begins at {@link #ZERO} and all others lie beside it on the clock, so that
 * {@code live(100)} and {@code live(101)} are two polls of one stream, one segment apart.
 */
public record LivePlaylist(
        long first,
        int count,
        Duration segment,
        int target,
        String names,
        String query,
        Duration dated,
        boolean dateless,
        long discontinuity,
        String tags) {
    public static final Instant ZERO = Instant.parse("2026-03-01T00:00:00Z");
    /** The first poll of most stories: one second after the last segment of {@code live(100)} ended. */
    public static final Instant START = ZERO.plusSeconds(37);

    /** Six segments of six seconds, the first of them `first`. */
    public static LivePlaylist live(long first) {
        return new LivePlaylist(first, 6, Duration.ofSeconds(6), 6, "hd_", "", Duration.ZERO, false, 0, "");
    }

    /** The window that a punctual packager shows at this instant. */
    public static LivePlaylist at(Instant now) {
        long done = Math.floorDiv(Duration.between(ZERO, now).toMillis(), 6000);
        return live(100 + done - 6);
    }

    public LivePlaylist of(int segments) {
        return new LivePlaylist(first, segments, segment, target, names, query, dated, dateless, discontinuity, tags);
    }

    public LivePlaylist seconds(int seconds) {
        return new LivePlaylist(
                first, count, Duration.ofSeconds(seconds), seconds, names, query, dated, dateless, discontinuity, tags);
    }

    public LivePlaylist target(int seconds) {
        return new LivePlaylist(first, count, segment, seconds, names, query, dated, dateless, discontinuity, tags);
    }

    /** Other files under the same numbers. */
    public LivePlaylist named(String prefix) {
        return new LivePlaylist(first, count, segment, target, prefix, query, dated, dateless, discontinuity, tags);
    }

    /** What stands behind each file name: a token, a session. */
    public LivePlaylist query(String text) {
        return new LivePlaylist(first, count, segment, target, names, text, dated, dateless, discontinuity, tags);
    }

    /** EXT-X-PROGRAM-DATE-TIME is later than the numbers say: another numbering of the same media. */
    public LivePlaylist dated(Duration later) {
        return new LivePlaylist(first, count, segment, target, names, query, later, dateless, discontinuity, tags);
    }

    public LivePlaylist undated() {
        return new LivePlaylist(first, count, segment, target, names, query, dated, true, discontinuity, tags);
    }

    public LivePlaylist discontinuity(long number) {
        return new LivePlaylist(first, count, segment, target, names, query, dated, dateless, number, tags);
    }

    public LivePlaylist ended() {
        return tagged("#EXT-X-ENDLIST\n");
    }

    public LivePlaylist tagged(String lines) {
        return new LivePlaylist(
                first, count, segment, target, names, query, dated, dateless, discontinuity, tags + lines);
    }

    /** When the last segment ends. */
    public Instant edge() {
        return ZERO.plus(segment.multipliedBy(first + count - 100)).plus(dated);
    }

    public String text() {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n");
        text.append("#EXT-X-TARGETDURATION:").append(target).append('\n');
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(first).append('\n');
        if (discontinuity > 0) {
            text.append("#EXT-X-DISCONTINUITY-SEQUENCE:").append(discontinuity).append('\n');
        }
        if (!dateless) {
            Instant begin = edge().minus(segment.multipliedBy(count));
            text.append("#EXT-X-PROGRAM-DATE-TIME:").append(begin).append('\n');
        }
        for (long number = first; number < first + count; number++) {
            text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,%n", segment.toMillis() / 1000.0));
            text.append(names).append(number).append(".ts").append(query).append('\n');
        }
        return text.append(tags).toString();
    }

    public byte[] bytes() {
        return text().getBytes(UTF_8);
    }

    public MediaPlaylist model() {
        return (MediaPlaylist) Hls.parse(bytes());
    }
}
