package io.rungwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.dash.Dash;
import io.rungwatch.exchange.Document;
import io.rungwatch.hls.Hls;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EdgeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:30Z");

    @Test
    void ofAPlaylistItsLastNumberAndDate() {
        Document dated = hls("""
                #EXTM3U
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:7
                #EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00Z
                #EXTINF:6,
                7.ts
                #EXTINF:6,
                8.ts
                """);

        assertThat(Edge.of(dated, NOW)).contains(new Edge(9, Instant.parse("2026-03-01T00:00:12Z")));
    }

    @Test
    void ofAnEntryPlaylistNone() {
        Document entry = hls("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n");

        assertThat(Edge.of(entry, NOW)).isEmpty();
    }

    @Test
    void ofAnMpdWhereItsLongestTimelineEnds() {
        Edge before = Edge.of(mpd(3), NOW).orElseThrow();
        Edge after = Edge.of(mpd(4), NOW).orElseThrow();

        assertThat(before.at()).isEqualTo(Instant.parse("2026-03-01T00:00:18Z"));
        assertThat(after.at()).isEqualTo(Instant.parse("2026-03-01T00:00:24Z"));
        assertThat(after.end() - before.end()).isOne();
    }

    private static Document hls(String text) {
        return Hls.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Document mpd(int segments) {
        String text = """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="dynamic" availabilityStartTime="2026-03-01T00:00:00Z"
                  minimumUpdatePeriod="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011" minBufferTime="PT2S">
                 <Period id="1" start="PT0S"><AdaptationSet contentType="video" mimeType="video/mp4">
                  <SegmentTemplate timescale="1" media="$Time$.m4s" initialization="i.mp4"><SegmentTimeline>
                   <S t="0" d="6" r="%d"/></SegmentTimeline></SegmentTemplate>
                  <Representation id="a" bandwidth="1000"/>
                 </AdaptationSet></Period></MPD>
                """.formatted(segments - 1);
        return Dash.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
