package io.rungwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.RealMedia;
import io.rungwatch.simulator.stream.Rung;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.simulator.stream.Timeline;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real media on bytes: what runs on over the seams of the loops and the end of the 33-bit clock, and what is told of it. */
class RealMediaTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final RealWorld TS = RealWorld.of(RealWorld.stream(2, Container.TS));
    private static final RealWorld FMP4 = RealWorld.of(RealWorld.stream(6, Container.FMP4));

    /** Frames of the loops on a clock of 90 kHz. */
    @ParameterizedTest
    @CsvSource({"4K_640K,1800", "HD_400K,3600", "SD_280K,3600", "LD_180K,3600", "audio_vie,1920"})
    void runsOnInTransportStreams(String rendition, long frame) {
        Instant wrap = TS.wrap();
        for (Instant at : List.of(NOW, wrap, wrap.plusSeconds(3), wrap.plusSeconds(17))) {
            SeenTs seen = SeenTs.of(TS.joined(at, rendition));

            assertThat(seen.counterErrors()).isZero();
            assertThat(seen.steps()).containsOnly(frame);
            assertThat(seen.leads()).isNotEmpty().containsOnly(seen.leads().getFirst());
            assertThat(seen.leads().getFirst()).isBetween(1L, 90_000L);
            assertThat(seen.keys().getFirst()).isTrue();
            assertThat(seen.pids().subList(0, 3)).containsExactly(0, 0x1000, 0x100);
        }
        List<Long> around =
                SeenTs.of(TS.joined(wrap.plusSeconds(10), rendition)).pts();
        assertThat(around.getFirst()).isGreaterThan(around.getLast());
    }

    @ParameterizedTest
    @CsvSource({"4K_640K,1800", "HD_400K,3600", "SD_280K,3600", "LD_180K,3600", "audio_vie,1024"})
    void runsOnInFragments(String rendition, long frame) {
        List<SeenMp4.Fragment> seen = SeenMp4.of(FMP4.joined(NOW, rendition)).fragments();
        assertThat(seen).hasSize(60);
        for (int i = 0; i < seen.size(); i++) {
            SeenMp4.Fragment fragment = seen.get(i);
            assertThat(fragment.duration()).isEqualTo(frame);
            assertThat(fragment.keys().getFirst()).isTrue();
            assertThat(fragment.sizes().stream().mapToInt(size -> size).sum()).isEqualTo(fragment.data().length);
            if (i > 0) {
                assertThat(fragment.start()).isEqualTo(seen.get(i - 1).end());
                assertThat(fragment.number()).isEqualTo(seen.get(i - 1).number() + 1);
            }
        }
    }

    /** What DASH calls a segment is when it begins. */
    @ParameterizedTest
    @ValueSource(strings = {"4K_640K", "HD_400K", "audio_vie", "subs_vie"})
    void beginsWhenTheMpdSays(String rendition) {
        String mpd = FMP4.get(NOW, "manifest.mpd").text();
        String set = mpd.substring(0, mpd.indexOf("id=\"" + rendition));
        List<Long> starts = Pattern.compile("<S t=\"(\\d+)\"")
                .matcher(set.substring(set.lastIndexOf("<AdaptationSet")))
                .results()
                .map(row -> Long.valueOf(row.group(1)))
                .toList();
        assertThat(starts).isNotEmpty();
        for (long start : starts) {
            byte[] segment = FMP4.get(NOW, "dash/" + rendition + "/" + start + ".m4s")
                    .body()
                    .toBytes();
            assertThat(SeenMp4.of(segment).fragments().getFirst().start()).isEqualTo(start);
        }
    }

    /** Frames do not end where a Period does: the one that is on then is the last of one Period and the first of the next. */
    @ParameterizedTest
    @CsvSource({"HD_400K,90,3600", "audio_vie,48,1024"})
    void noPeriodBeginsWithAHole(String rendition, long ticks, long frame) {
        RealWorld world = RealWorld.of(RealWorld.stream(2, Container.FMP4)
                .withSegmentation(Segmentation.of(Duration.ofMillis(2002)))
                .withAds(new AdBreaks(Duration.ofSeconds(24), Duration.ofSeconds(8)))
                .withDash(Dash.by(Addressing.NUMBER).withPeriods()));
        Timeline timeline = world.channel().timeline();
        long number = timeline.breaks().number((NOW.toEpochMilli() - timeline.start(0)) / 2002);
        for (long ad = number; ad < number + 20; ad++) {
            long first = timeline.breaks().firstOf(ad);
            long begin = (timeline.start(first) - timeline.start(0)) * ticks;
            Instant at = Instant.ofEpochMilli(timeline.start(first + 2));
            String name = "dash/" + rendition + "/";
            SeenMp4.Fragment before = SeenMp4.of(
                            world.get(at, name + (first - 1) + ".m4s").body().toBytes())
                    .fragments()
                    .getLast();
            SeenMp4.Fragment after = SeenMp4.of(world.get(at, "/ads/CH_001/" + name + first + ".m4s")
                            .body()
                            .toBytes())
                    .fragments()
                    .getFirst();
            assertThat(after.start()).isEqualTo(begin / frame * frame);
            assertThat(after.keys().getFirst()).isTrue();
            assertThat(before.end()).isBetween(begin, begin + frame - 1);
        }
    }

    @Test
    void pictureAndTextAreOfOneTime() {
        for (Instant at : List.of(NOW, TS.wrap().plusSeconds(10))) {
            List<String> pictures = TS.listed(at, "HD_400K");
            List<String> texts = TS.listed(at, "subs_vie");
            for (int i = 0; i < texts.size(); i++) {
                String text = TS.get(at, texts.get(i)).text();
                long first = SeenTs.of(TS.get(at, pictures.get(i)).body().toBytes())
                        .pts()
                        .getFirst();
                assertThat(text)
                        .startsWith("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:" + first + ",LOCAL:00:00:00.000\n")
                        .contains("00:00:00.000 --> 00:00:01.000\n", "00:00:01.000 --> 00:00:02.000\n");
            }
        }
    }

    @Test
    void textInFragmentsSaysTheTime() {
        String init = new String(FMP4.get(NOW, "dash/subs_vie/init.mp4").body().toBytes(), StandardCharsets.ISO_8859_1);
        assertThat(init).contains("ftyp", "wvtt", "vttC", "WEBVTT", "trex");
        String mpd = FMP4.get(NOW, "manifest.mpd").text();
        String start = Pattern.compile("timescale=\"1000\".*?<S t=\"(\\d+)\"", Pattern.DOTALL)
                .matcher(mpd)
                .results()
                .findFirst()
                .map(row -> row.group(1))
                .orElseThrow();
        SeenMp4.Fragment fragment = SeenMp4.of(
                        FMP4.get(NOW, "dash/subs_vie/" + start + ".m4s").body().toBytes())
                .fragments()
                .getFirst();
        Instant first = Instant.ofEpochMilli(FMP4.channel().timeline().start(0) + Long.parseLong(start));
        assertThat(fragment.sizes()).hasSize(6).containsOnly(36);
        assertThat(new String(fragment.data(), 16, 20, StandardCharsets.US_ASCII))
                .isEqualTo(Instant.ofEpochSecond(first.getEpochSecond()).toString());
    }

    /** Timestamps jump where the playlist says that they may, and nowhere else. */
    @Test
    void jumpsAtDiscontinuitiesOnly() {
        StreamSpec stream = RealWorld.stream(2, Container.TS)
                .withAds(new AdBreaks(Duration.ofSeconds(24), Duration.ofSeconds(8)))
                .withRestarts(Duration.ofSeconds(48));
        RealWorld world = RealWorld.of(stream);
        int jumps = 0;
        for (int second = 0; second < 96; second += 18) {
            Instant at = NOW.plusSeconds(second);
            String playlist = world.get(at, "CH_001_LD_180K.m3u8").text();
            List<Boolean> may = Arrays.stream(playlist.split("#EXTINF", -1))
                    .map(row -> row.contains("#EXT-X-DISCONTINUITY\n"))
                    .toList();
            List<String> rows = world.listed(at, "LD_180K");
            for (int i = 1; i < rows.size(); i++) {
                byte[] pair = joined(at(world, at, rows.get(i - 1)), at(world, at, rows.get(i)));
                boolean jumped = SeenTs.of(pair).steps().stream().anyMatch(step -> step != 3600);
                assertThat(jumped).as(rows.get(i)).isEqualTo(may.get(i));
                jumps += jumped ? 1 : 0;
            }
        }
        assertThat(jumps).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({"FMP4,HD_400K", "FMP4,audio_vie", "TS,LD_180K", "TS,audio_vie"})
    void partsAreSlicesOfTheirSegment(Container container, String rendition) {
        RealWorld world =
                RealWorld.of(RealWorld.stream(2, container).withLowLatency(LowLatency.of(Duration.ofMillis(400))));
        String row = world.listed(NOW, rendition).getLast();
        int dot = row.lastIndexOf('.');
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int part = 0; part < 5; part++) {
            parts.writeBytes(at(world, NOW, row.substring(0, dot) + ".p" + part + row.substring(dot)));
        }
        assertThat(parts.toByteArray()).isEqualTo(at(world, NOW, row));
    }

    @Test
    void askingByHeadCostsNoBytes() {
        String path = "/live/CH_001/" + TS.listed(NOW, "HD_400K").getLast();
        Answer head = TS.simulator().answer(NOW, "edge-hn", Request.get(path).withMethod("HEAD"));
        Answer get = TS.simulator().answer(NOW, "edge-hn", Request.get(path));
        Answer part = TS.simulator().answer(NOW, "edge-hn", Request.get(path).withRange("bytes=188-375"));
        assertThat(head.headers()).isEqualTo(get.headers());
        assertThat(head.header("Content-Length"))
                .hasValue(Integer.toString(get.body().toBytes().length));
        assertThat(part.body().toBytes())
                .isEqualTo(Arrays.copyOfRange(get.body().toBytes(), 188, 376));
    }

    @Test
    void pagesOfAnyOriginMayPlayIt() {
        for (String path :
                List.of("master.m3u8", "manifest.mpd", TS.listed(NOW, "LD_180K").getFirst())) {
            assertThat(TS.get(NOW, path).header("Access-Control-Allow-Origin")).hasValue("*");
        }
    }

    /** Picture and sound together are what BANDWIDTH says, and not much less. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void isAsLargeAsDeclared(int seconds) {
        for (Container container : List.of(Container.TS, Container.FMP4)) {
            RealWorld world = RealWorld.of(RealWorld.stream(seconds, container));
            List<Integer> sound = bits(world, "audio_vie", seconds);
            for (Rung rung : RealMedia.LADDER) {
                List<Integer> picture = bits(world, rung.name() + "_" + rung.bitrate() / 1000 + "K", seconds);
                long sum = 0;
                for (int i = 0; i < picture.size(); i++) {
                    assertThat(picture.get(i) + sound.get(i)).as(rung.name()).isLessThanOrEqualTo((int) rung.bitrate());
                    sum += picture.get(i) + sound.get(i);
                }
                assertThat(sum / picture.size()).as(rung.name()).isGreaterThan(rung.bitrate() / 2);
            }
        }
    }

    private static List<Integer> bits(RealWorld world, String rendition, int seconds) {
        return world.listed(NOW, rendition).stream()
                .map(row -> at(world, NOW, row).length * 8 / seconds)
                .toList();
    }

    @Test
    void saysWhatItCannotBe() {
        StreamSpec real = RealWorld.stream(2, Container.TS);
        assertThatThrownBy(() -> real.withAudio(new Audio("vie", "ec-3", 6, 192_000)))
                .hasMessage("no loop is ec-3 of 6 channels: there is mp4a.40.2 of 2, and ac-3 of 6");
        Rung film = new Rung("HD", 5_000_000, 1920, 1080, "avc1.640028", 24);
        assertThatThrownBy(() -> StreamSpec.of(List.of(film), real.segmentation()))
                .hasMessage("no loop shows 1920x1080 in avc1.640028 at 24.0/s: RealMedia.LADDER has what there is");
        assertThatThrownBy(() -> real.withSegmentation(real.segmentation().withJitter(0.1))
                        .withLowLatency(LowLatency.of(Duration.ofMillis(400))))
                .hasMessage("parts of MPEG-TS are counted: their segments must be of one length");
    }

    private static byte[] at(RealWorld world, Instant at, String row) {
        return world.get(at, row).body().toBytes();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
