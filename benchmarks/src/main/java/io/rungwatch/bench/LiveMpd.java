package io.rungwatch.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A live manifest as a packager writes it: four rungs and one audio, each set with a timeline of its own whose durations alternate. */
final class LiveMpd {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="dynamic"
                 availabilityStartTime="1970-01-01T00:00:00Z" publishTime="@published" minimumUpdatePeriod="PT6S"
                 timeShiftBufferDepth="@depth" maxSegmentDuration="PT6.006S" minBufferTime="PT6S">
              <Period id="P0" start="PT0S">
            """;

    private static final String TAIL = """
              </Period>
              <UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="https://time.example/iso"/>
            </MPD>
            """;

    private static final Instant START = Instant.parse("2026-01-01T05:00:00Z");

    private LiveMpd() {}

    /** When the segment of this number, counted from the first of all, has begun. */
    static Instant begin(int segment) {
        return START.plusMillis(6006L * segment);
    }

    static byte[] of(int segments) {
        return of(0, segments);
    }

    /** From this segment on; half of them are video, half are audio. */
    static byte[] of(int from, int segments) {
        Instant published = begin(from + segments / 2).truncatedTo(ChronoUnit.SECONDS);
        StringBuilder text = new StringBuilder(HEAD.replace("@published", published.toString())
                .replace("@depth", Duration.ofSeconds(6L * (segments / 2)).toString()));
        text.append(
                "    <AdaptationSet id=\"1\" contentType=\"video\" mimeType=\"video/mp4\" segmentAlignment=\"true\">\n");
        text.append("      <Role schemeIdUri=\"urn:mpeg:dash:role:2011\" value=\"main\"/>\n");
        timeline(text, 90_000, 540_540, 180, from, segments / 2);
        int[] heights = {360, 720, 1080, 2160};
        for (int height : heights) {
            text.append(String.format(
                    Locale.ROOT,
                    "      <Representation id=\"v%d\" bandwidth=\"%d\" width=\"%d\" height=\"%d\" codecs=\"avc1.640028\" frameRate=\"30000/1001\"/>%n",
                    height,
                    height * 4600,
                    height * 16 / 9,
                    height));
        }
        text.append("    </AdaptationSet>\n");
        text.append("    <AdaptationSet id=\"2\" contentType=\"audio\" mimeType=\"audio/mp4\" lang=\"vi\">\n");
        timeline(text, 48_000, 288_288, 480, from, segments - segments / 2);
        text.append(
                "      <Representation id=\"a1\" bandwidth=\"128000\" codecs=\"mp4a.40.2\" audioSamplingRate=\"48000\"/>\n");
        return text.append("    </AdaptationSet>\n").append(TAIL).toString().getBytes(UTF_8);
    }

    private static void timeline(
            StringBuilder text, long timescale, long duration, long wobble, int from, int segments) {
        text.append("      <SegmentTemplate timescale=\"").append(timescale);
        text.append(
                "\" media=\"$RepresentationID$/$Time$.m4s\" initialization=\"$RepresentationID$/init.mp4\" startNumber=\"1\">\n");
        text.append("        <SegmentTimeline>\n");
        long t = START.getEpochSecond() * timescale + from * duration + (from % 2 == 0 ? 0 : wobble);
        for (int i = from; i < from + segments; i++) {
            long d = duration + (i % 2 == 0 ? wobble : -wobble);
            text.append("          <S t=\"")
                    .append(t)
                    .append("\" d=\"")
                    .append(d)
                    .append("\"/>\n");
            t += d;
        }
        text.append("        </SegmentTimeline>\n      </SegmentTemplate>\n");
    }
}
