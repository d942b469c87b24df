package io.rungwatch.simulator.hls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.simulator.stream.Subtitles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The text itself, where it matters which line comes where. */
class PlaylistTextTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final StreamSpec ADS =
            Presets.stream(Duration.ofSeconds(6)).withAds(new AdBreaks(Duration.ofMinutes(2), Duration.ofSeconds(30)));

    private static Simulator showing(StreamSpec stream) {
        Freshness freshness = Freshness.forSegments(Duration.ofSeconds(6));
        return new Simulator(
                new SimulatorSpec(List.of(new ChannelSpec("C", stream)), Presets.layers(freshness), freshness));
    }

    private static Answer get(Simulator simulator, int second, String path) {
        return simulator.answer(NOW.plusSeconds(second), "packager", Request.get(path));
    }

    @Test
    void theMasterNamesEveryRung() {
        StreamSpec two = StreamSpec.of(Presets.LADDER.subList(1, 3), Segmentation.of(Duration.ofSeconds(6)))
                .withAudio(new Audio("vie", "mp4a.40.2", 2, 128_000), new Audio("eng", "mp4a.40.2", 2, 128_000))
                .withSubtitles(new Subtitles("vie"));
        assertThat(get(showing(two), 0, "/live/C/master.m3u8").text()).isEqualTo("""
                        #EXTM3U
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="vie",LANGUAGE="vie",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="C_audio_vie.m3u8"
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="eng",LANGUAGE="eng",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="2",URI="C_audio_eng.m3u8"
                        #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="vie",LANGUAGE="vie",DEFAULT=NO,AUTOSELECT=YES,URI="C_subs_vie.m3u8"
                        #EXT-X-STREAM-INF:BANDWIDTH=5000000,AVERAGE-BANDWIDTH=4500000,CODECS="avc1.640028,mp4a.40.2",RESOLUTION=1920x1080,FRAME-RATE=25.000,AUDIO="audio",SUBTITLES="subs",CLOSED-CAPTIONS=NONE
                        C_HD_5M.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=2000000,AVERAGE-BANDWIDTH=1800000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000,AUDIO="audio",SUBTITLES="subs",CLOSED-CAPTIONS=NONE
                        C_SD_2M.m3u8
                        """);
    }

    @Test
    void breaksAreToldFromTheFirstRowToTheLast() {
        Simulator simulator = showing(ADS);
        for (int second = 0; second < 600; second++) {
            String text = get(simulator, second, "/live/C/C_HD_5M.m3u8").text();
            boolean ad = text.contains("\n/ads/C/C_HD_5M/");
            assertThat(text.contains("SCTE35-OUT=0xFC")).isEqualTo(ad);
            assertThat(text.split("SCTE35-OUT", -1).length).isLessThanOrEqualTo(2);
            boolean leaving = text.contains("#EXT-X-CUE-IN\n");
            assertThat(text.contains("SCTE35-IN=0xFC")).isEqualTo(leaving);
            if (leaving && ad) {
                assertThat(found(text, "DATERANGE:ID=\"([^\"]+)\"")).hasSize(1);
                assertThat(found(text, "START-DATE=\"([^\"]+)\"")).hasSize(1);
            }
            // In and out of a break there is a discontinuity, and it is the first line of its row.
            assertThat(text.split("#EXT-X-CUE-OUT:", -1).length)
                    .isEqualTo(text.split("#EXT-X-DISCONTINUITY\n#EXT-X-DATERANGE:[^\n]*\n#EXT-X-CUE-OUT:", -1).length);
        }
    }

    @Test
    void withoutDatesThereAreNoDateRanges() {
        Simulator simulator = showing(ADS.withoutProgramDateTime());
        for (int second = 0; second < 300; second += 5) {
            assertThat(get(simulator, second, "/live/C/C_HD_5M.m3u8").text()).doesNotContain("DATERANGE", "DATE-TIME");
        }
    }

    @Test
    void anInitSectionChangesOnlyAtADiscontinuity() {
        Simulator simulator = showing(
                ADS.withSegmentation(Segmentation.of(Duration.ofSeconds(6)).withContainer(Container.FMP4)));
        for (int second = 0; second < 300; second += 5) {
            String text = get(simulator, second, "/live/C/C_HD_5M.m3u8").text();
            assertThat(text).contains("#EXT-X-VERSION:7\n");
            String rest = text.substring(text.indexOf("#EXT-X-MAP") + 1);
            assertThat(rest.split("#EXT-X-MAP", -1).length)
                    .isEqualTo(rest.split("#EXT-X-DISCONTINUITY\n#EXT-X-MAP", -1).length);
            for (String map : found(text, "MAP:URI=\"([^\"]+)\"")) {
                String path = map.startsWith("/") ? map : "/live/C/" + map;
                assertThat(get(simulator, second, path).status()).isEqualTo(200);
            }
        }
        assertThat(get(simulator, 0, "/live/C/C_subs_vie.m3u8").text())
                .contains("#EXT-X-VERSION:3\n", ".vtt\n")
                .doesNotContain("MAP");
    }

    @Test
    void rangesLieEndToEnd() {
        Simulator simulator = showing(Presets.stream(Duration.ofSeconds(6))
                .withSegmentation(Segmentation.of(Duration.ofSeconds(6)).withContainer(Container.TS_BYTE_RANGES)));
        Pattern row = Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@(\\d+)\n(\\S+)");
        Matcher rows = row.matcher(get(simulator, 0, "/live/C/C_HD_5M.m3u8").text());
        int count = 0;
        while (rows.find()) {
            long size = Long.parseLong(rows.group(1));
            long from = Long.parseLong(rows.group(2));
            assertThat(from % size).isZero();
            Request request =
                    Request.get("/live/C/" + rows.group(3)).withRange("bytes=" + from + "-" + (from + size - 1));
            Answer part = simulator.answer(NOW, "edge-hn", request);
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.body().length()).isEqualTo(size);
            count++;
        }
        assertThat(count).isEqualTo(6);
    }

    private static Set<String> found(String text, String pattern) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
