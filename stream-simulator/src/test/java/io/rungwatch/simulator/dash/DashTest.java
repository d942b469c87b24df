package io.rungwatch.simulator.dash;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Disposition;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.simulator.stream.Subtitles;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DashTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final String MPD = "/live/CH_001/manifest.mpd";

    private static Simulator showing(StreamSpec stream) {
        return new Simulator(Presets.world(1, stream));
    }

    private static Simulator by(Addressing addressing) {
        return showing(Presets.dash(SIX, addressing));
    }

    private static Answer get(Simulator simulator, Instant at, String path) {
        return simulator.answer(at, "packager", Request.get(path));
    }

    @Test
    void theTextIsThatOfAPackager() {
        StreamSpec small = StreamSpec.of(Presets.LADDER.subList(1, 2), Segmentation.of(SIX))
                .withAudio(new Audio("vie", "mp4a.40.2", 2, 128_000))
                .withSubtitles(new Subtitles("vie"))
                .withProgramme(Programme.event(NOW, NOW.plus(Duration.ofHours(1))))
                .withDash(Dash.by(Addressing.TIME));
        assertThat(get(showing(small), NOW.plusSeconds(20), MPD).text()).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" xmlns:cenc="urn:mpeg:cenc:2013" xmlns:scte35="urn:scte:scte35:2014:xml+bin" profiles="urn:mpeg:dash:profile:isoff-live:2011" id="CH_001" type="dynamic" publishTime="2026-11-20T09:00:18.400Z" minBufferTime="PT2S" availabilityStartTime="2026-11-20T09:00:00.000Z" minimumUpdatePeriod="PT6S" suggestedPresentationDelay="PT18S">
                  <BaseURL>dash/</BaseURL>
                  <Period id="p0" start="PT0S">
                    <AdaptationSet id="1" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1">
                      <Role schemeIdUri="urn:mpeg:dash:role:2011" value="main"/>
                      <SegmentTemplate timescale="90000" presentationTimeOffset="0" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Time$.m4s">
                        <SegmentTimeline>
                          <S t="0" d="540000" r="2"/>
                        </SegmentTimeline>
                      </SegmentTemplate>
                      <Representation id="HD_5M" bandwidth="5000000" codecs="avc1.640028" width="1920" height="1080" frameRate="25"/>
                    </AdaptationSet>
                    <AdaptationSet id="2" contentType="audio" mimeType="audio/mp4" lang="vie" segmentAlignment="true" startWithSAP="1" audioSamplingRate="48000">
                      <AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="2"/>
                      <Role schemeIdUri="urn:mpeg:dash:role:2011" value="main"/>
                      <SegmentTemplate timescale="48000" presentationTimeOffset="0" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Time$.m4s">
                        <SegmentTimeline>
                          <S t="0" d="288768"/>
                          <S t="288768" d="287744" r="1"/>
                        </SegmentTimeline>
                      </SegmentTemplate>
                      <Representation id="audio_vie" bandwidth="128000" codecs="mp4a.40.2"/>
                    </AdaptationSet>
                    <AdaptationSet id="3" contentType="text" mimeType="application/mp4" lang="vie" segmentAlignment="true" startWithSAP="1">
                      <Role schemeIdUri="urn:mpeg:dash:role:2011" value="subtitle"/>
                      <SegmentTemplate timescale="1000" presentationTimeOffset="0" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Time$.m4s">
                        <SegmentTimeline>
                          <S t="0" d="6000" r="2"/>
                        </SegmentTimeline>
                      </SegmentTemplate>
                      <Representation id="subs_vie" bandwidth="1000" codecs="wvtt"/>
                    </AdaptationSet>
                  </Period>
                  <UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="/time/CH_001"/>
                </MPD>
                """);
    }

    @Test
    void aPromiseByArithmeticIsKept() {
        for (LowLatency chunks : new LowLatency[] {null, LowLatency.of(Duration.ofSeconds(1))}) {
            StreamSpec stream = Presets.dash(SIX, Addressing.DURATION);
            Simulator simulator = showing(chunks == null ? stream : stream.withLowLatency(chunks));
            SeenMpd seen = SeenMpd.poll(simulator, NOW, "packager");
            Instant start = Instant.parse(seen.root().getAttribute("availabilityStartTime"))
                    .plus(Duration.parse(seen.all("Period").getFirst().getAttribute("start")));
            long early = chunks == null ? 0 : 5000;
            long number = Duration.between(start, NOW).dividedBy(SIX);
            String path = "/live/CH_001/dash/HD_5M/" + number + ".m4s";
            Instant available = start.plus(SIX.multipliedBy(number + 1)).minusMillis(early);
            assertThat(get(simulator, available.minusMillis(1), path).status()).isEqualTo(404);
            assertThat(get(simulator, available, path).status()).isEqualTo(200);
            assertThat(get(simulator, available.plusSeconds(36 + 6), path).status())
                    .isEqualTo(200);
            assertThat(get(simulator, available.plusSeconds(120), path).status())
                    .isEqualTo(404);
            assertThat(SeenMpd.poll(simulator, NOW.plusSeconds(4000), "edge-hn").text())
                    .isEqualTo(seen.text());
        }
    }

    @Test
    void promisedPeriodsAreToldOfAhead() {
        Simulator simulator = showing(Presets.stream(SIX)
                .withAds(new AdBreaks(Duration.ofMinutes(3), Duration.ofSeconds(30)))
                .withDash(Dash.by(Addressing.DURATION).withPeriods()));
        SeenMpd before = SeenMpd.poll(simulator, NOW, "packager");
        for (int second = 1; second < 600; second++) {
            Instant at = NOW.plusSeconds(second);
            SeenMpd now = SeenMpd.poll(simulator, at, "packager");
            assertThat(now.publishTime().equals(before.publishTime()))
                    .isEqualTo(now.text().equals(before.text()));
            assertThat(now.publishTime()).isBeforeOrEqualTo(at);
            before = now;
        }
        assertThat(before.text()).contains("Period id=\"ad-", "<BaseURL>/ads/CH_001/dash/</BaseURL>", "<Event ");
    }

    @Test
    void aChunkedSegmentComesAsItIsMade() {
        Simulator simulator =
                showing(Presets.dash(SIX, Addressing.NUMBER).withLowLatency(LowLatency.of(Duration.ofSeconds(1))));
        SeenMpd seen = SeenMpd.poll(simulator, NOW, "packager");
        assertThat(seen.text())
                .contains("availabilityTimeOffset=\"5.000\" availabilityTimeComplete=\"false\"")
                .contains("<Latency ", "<PlaybackRate ", "<ProducerReferenceTime ");
        String newest = seen.rows().stream()
                .filter(row -> row.set().equals("1"))
                .toList()
                .getLast()
                .uri();
        Answer growing = get(simulator, NOW, newest);
        assertThat(growing.disposition()).isEqualTo(Disposition.TRICKLE);
        assertThat(growing.header("Content-Length")).isEmpty();
        assertThat(get(simulator, NOW.plusSeconds(7), newest).disposition()).isEqualTo(Disposition.NORMAL);
    }

    @Test
    void playersAreSteeredBetweenTwoNames() {
        Simulator simulator =
                showing(Presets.stream(SIX).withDash(Dash.by(Addressing.TIME).withSteering()));
        String mpd = get(simulator, NOW, MPD).text();
        assertThat(mpd)
                .contains(
                        "<BaseURL serviceLocation=\"CDN-A\">dash/</BaseURL>",
                        "<BaseURL serviceLocation=\"CDN-B\">/cdn-b/live/CH_001/dash/</BaseURL>",
                        "defaultServiceLocation=\"CDN-A\"");
        assertThat(get(simulator, NOW, "/live/CH_001/steering.json").text()).contains("[\"CDN-A\", \"CDN-B\"]");
        assertThat(get(simulator, NOW, "/cdn-b/live/CH_001/dash/HD_5M/init.mp4").status())
                .isEqualTo(200);
        assertThat(get(showing(Presets.dash(SIX, Addressing.TIME)), NOW, "/live/CH_001/steering.json")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theClockIsRight() {
        Simulator simulator =
                showing(Presets.stream(SIX).withDash(Dash.by(Addressing.TIME).withDirectClock()));
        assertThat(get(simulator, NOW, MPD).text())
                .contains("utc:direct:2014\" value=\"2026-11-20T09:00:00.000Z\"", "value=\"/time/CH_001\"");
        for (String path : new String[] {"/time", "/time/CH_001"}) {
            assertThat(Instant.parse(
                            simulator.answer(NOW, "edge-hn", Request.get(path)).text()))
                    .isEqualTo(NOW);
        }
        assertThat(get(simulator, NOW, "/time/CH_009").status()).isEqualTo(404);
    }

    @Test
    void whatIsEncryptedNamesItsKey() {
        Simulator simulator =
                showing(Presets.dash(SIX, Addressing.TIME).withProtection(Protection.of(Protection.Method.SAMPLE_AES)));
        SeenMpd seen = SeenMpd.poll(simulator, NOW, "packager");
        assertThat(seen.all("ContentProtection")).hasSize(6);
        String kid = seen.all("ContentProtection").getFirst().getAttribute("cenc:default_KID");
        ByteBuffer box = ByteBuffer.wrap(
                Base64.getDecoder().decode(seen.all("cenc:pssh").getFirst().getTextContent()));
        assertThat(box.getInt(0)).isEqualTo(box.capacity());
        assertThat(new java.util.UUID(box.getLong(32), box.getLong(40)).toString())
                .isEqualTo(kid);
    }

    @Test
    void aPatchIsToldWhenThereIsNone() {
        Simulator simulator = showing(Presets.dashWithAds(SIX));
        SeenMpd seen = SeenMpd.poll(simulator, NOW, "packager");
        String patch = "/live/CH_001/" + seen.all("PatchLocation").getFirst().getTextContent();
        Instant published = seen.publishTime();
        assertThat(get(simulator, published.plusMillis(5999), patch).status()).isEqualTo(425);
        Answer answer = get(simulator, published.plusMillis(6000), patch);
        assertThat(answer.header("Content-Type")).hasValue("application/dash-patch+xml");
        assertThat(answer.text()).contains("mpdId=\"CH_001\"", "<replace sel=\"/MPD/@publishTime\">");
        assertThat(get(simulator, published.plusSeconds(61), patch).status()).isEqualTo(410);
        assertThat(get(simulator, published.plusMillis(6000), patch.replace(".400Z", ".401Z"))
                        .status())
                .isIn(200, 410);
        assertThat(simulator
                        .answer(published.plusMillis(5999), "edge-hn", Request.get(patch))
                        .status())
                .isEqualTo(425);
        assertThat(get(simulator, NOW, "/live/CH_001/manifest.mpp").status()).isEqualTo(404);
    }

    @Test
    void anEndedEventIsStatic() {
        StreamSpec stream = Presets.dash(SIX, Addressing.NUMBER)
                .withProgramme(Programme.event(NOW, NOW.plus(Duration.ofMinutes(2))));
        SeenMpd seen = SeenMpd.poll(showing(stream), NOW.plusSeconds(600), "packager");
        assertThat(seen.root().getAttribute("type")).isEqualTo("static");
        assertThat(seen.root().getAttribute("mediaPresentationDuration")).isEqualTo("PT120S");
        assertThat(seen.root().hasAttribute("minimumUpdatePeriod")).isFalse();
    }

    @Test
    void channelsWithoutDashHaveNone() {
        assertThat(get(new Simulator(Presets.standard(1, SIX)), NOW, MPD).status())
                .isEqualTo(404);
        assertThat(get(by(Addressing.TIME), NOW, "/live/CH_001/dash/HD_5M/7.m4s")
                        .status())
                .isEqualTo(404);
        assertThat(get(by(Addressing.NUMBER), NOW, "/live/CH_001/dash/HD_5M/999999999999999999.m4s")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void cachesKeepItAsTheyKeepPlaylists() {
        Simulator simulator = by(Addressing.TIME);
        Answer edge = simulator.answer(NOW, "edge-hn", Request.get(MPD));
        assertThat(edge.header("Content-Type")).hasValue("application/dash+xml");
        assertThat(edge.header("X-Cache")).isPresent();
        String etag = edge.header("ETag").orElseThrow();
        assertThat(simulator
                        .answer(NOW, "edge-hn", Request.get(MPD).withIfNoneMatch(etag))
                        .status())
                .isEqualTo(304);
        assertThat(simulator
                        .answer(NOW, "edge-hn", Request.get(MPD).withAcceptEncoding("gzip"))
                        .header("Content-Encoding"))
                .hasValue("gzip");
    }
}
