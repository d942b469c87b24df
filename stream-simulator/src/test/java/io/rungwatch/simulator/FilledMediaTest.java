package io.rungwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.RealMedia;
import io.rungwatch.simulator.stream.Rung;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operators' ladder: real media that is as large as megabits are, wherever the packager cuts. */
class FilledMediaTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Pattern ROW =
            Pattern.compile("#EXTINF:([\\d.]+),\\n(?:#EXT-X-BYTERANGE:(\\d+)@(\\d+)\\n)?(.*)");

    record Row(String name, StreamSpec stream) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A segment as its playlist lists it. */
    record Piece(double seconds, byte[] bytes) {
        double bitsPerSecond() {
            return bytes.length * 8 / seconds;
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Container container : Container.values()) {
            for (int millis : List.of(2000, 6000, 6006, 5960)) {
                rows.add(row(container, millis, 0));
            }
            rows.add(row(container, 6000, 0.08));
        }
        return rows;
    }

    private static Row row(Container container, int millis, double jitter) {
        Segmentation cuts = Segmentation.of(Duration.ofMillis(millis))
                .withContainer(container)
                .withJitter(jitter);
        StreamSpec stream = Presets.stream(Duration.ofMillis(millis))
                .withSegmentation(cuts)
                .withAds(new AdBreaks(Duration.ofSeconds(90), Duration.ofSeconds(18)));
        return new Row(container + " of " + millis + " ms" + (jitter > 0 ? ", more or less" : ""), stream);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAsLargeAsTheRungsSay(Row row) {
        RealWorld world = RealWorld.of(row.stream());
        List<Piece> sound = pieces(world, "audio_vie");
        for (Rung rung : Presets.LADDER) {
            List<Piece> picture = pieces(world, label(rung));
            double sum = 0;
            for (int i = 0; i < picture.size(); i++) {
                double both = picture.get(i).bitsPerSecond() + sound.get(i).bitsPerSecond();
                assertThat(both).as(rung.name()).isLessThanOrEqualTo((double) rung.bitrate());
                sum += both;
            }
            assertThat(sum / picture.size()).as(rung.name()).isBetween(rung.bitrate() * 0.86, rung.bitrate() * 0.94);
        }
    }

    /** Whoever joins at a segment sees a picture at once, and hears no gap between two. */
    @ParameterizedTest
    @MethodSource("rows")
    void beginsWithAKeyFrame(Row row) {
        RealWorld world = RealWorld.of(row.stream());
        boolean packets = !row.stream().segmentation().container().initSection();
        for (Rung rung : Presets.LADDER.subList(1, 4)) {
            List<Boolean> first = pieces(world, label(rung)).stream()
                    .map(piece -> packets
                            ? SeenTs.of(piece.bytes()).keys().getFirst()
                            : SeenMp4.of(piece.bytes())
                                    .fragments()
                                    .getFirst()
                                    .keys()
                                    .getFirst())
                    .toList();
            assertThat(first).as(rung.name()).doesNotContain(false);
        }
        if (packets) {
            SeenTs all = SeenTs.of(joined(pieces(world, "SD_2M")));
            assertThat(all.counterErrors()).isZero();
            assertThat(all.nulls()).isGreaterThan(1000);
        }
    }

    @Test
    void fillsDashToo() {
        RealWorld world = RealWorld.of(
                Presets.dash(Duration.ofSeconds(6), Addressing.TIME).withDash(Dash.by(Addressing.TIME)));
        String mpd = world.get(NOW, "manifest.mpd").text();
        Matcher start = Pattern.compile("<S t=\"(\\d+)\"").matcher(mpd);
        assertThat(start.find()).isTrue();
        Answer segment = world.get(NOW, "dash/4K_15M/" + start.group(1) + ".m4s");
        assertThat(segment.body().length() * 8 / 6).isBetween(12_500_000L, 14_500_000L);
        assertThat(SeenMp4.of(segment.body().toBytes()).fragments()).hasSize(6);
    }

    @Test
    void anyRangeIsASliceAndHeadIsFree() {
        for (Container container : List.of(Container.TS, Container.FMP4)) {
            RealWorld world = RealWorld.of(row(container, 6000, 0).stream());
            String path = "/live/CH_001/" + world.listed(NOW, "HD_5M").getLast();
            byte[] whole = world.get(NOW, path).body().toBytes();
            for (int from : List.of(0, 187, 24_000, 1_000_001)) {
                Answer part = world.simulator()
                        .answer(NOW, "edge-hn", Request.get(path).withRange("bytes=" + from + "-" + (from + 99_999)));
                assertThat(part.body().toBytes()).isEqualTo(Arrays.copyOfRange(whole, from, from + 100_000));
            }
            Answer head =
                    world.simulator().answer(NOW, "edge-hn", Request.get(path).withMethod("HEAD"));
            assertThat(head.header("Content-Length")).hasValue(Integer.toString(whole.length));
        }
    }

    @Test
    void whoHasTheKeyCanReadIt() throws Exception {
        StreamSpec stream =
                Presets.stream(Duration.ofSeconds(2)).withProtection(Protection.of(Protection.Method.AES_128));
        RealWorld world = RealWorld.of(stream);
        byte[] locked =
                world.get(NOW, world.listed(NOW, "LD_500K").getLast()).body().toBytes();
        byte[] key = world.get(NOW, "keys/0.key").body().toBytes();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));

        assertThat(SeenTs.of(cipher.doFinal(locked)).counterErrors()).isZero();
    }

    @Test
    void saysInWhichLanguageItSpeaks() {
        StreamSpec stream = Presets.dash(Duration.ofSeconds(2), Addressing.TIME)
                .withAudio(RealMedia.SURROUND, new Audio("eng", "mp4a.40.2", 2, 128_000));
        RealWorld world = RealWorld.of(stream);
        for (String language : List.of("vie", "eng")) {
            String rendition = "audio_" + language;
            byte[] packets = world.get(NOW, world.listed(NOW, rendition).getLast())
                    .body()
                    .toBytes();
            assertThat(new String(packets, 188, 188, StandardCharsets.ISO_8859_1))
                    .contains("\n\4" + language);
            byte[] init =
                    world.get(NOW, "dash/" + rendition + "/init.mp4").body().toBytes();
            ByteBuffer clock = SeenMp4.inside(ByteBuffer.wrap(init), "mdhd");
            assertThat(letters(clock.getShort(20))).isEqualTo(language);
        }
    }

    private static String letters(short packed) {
        return "" + (char) (0x60 + (packed >> 10 & 31)) + (char) (0x60 + (packed >> 5 & 31))
                + (char) (0x60 + (packed & 31));
    }

    private static String label(Rung rung) {
        return new Channel(
                        new ChannelSpec("CH_001", StreamSpec.of(List.of(rung), Segmentation.of(Duration.ofSeconds(6)))))
                .renditions()
                .getFirst()
                .label();
    }

    private static List<Piece> pieces(RealWorld world, String rendition) {
        List<Piece> pieces = new ArrayList<>();
        ROW.matcher(world.get(NOW, "CH_001_" + rendition + ".m3u8").text())
                .results()
                .forEach(row -> {
                    Answer file = world.get(NOW, row.group(4));
                    byte[] bytes = row.group(2) == null
                            ? file.body().toBytes()
                            : file.body()
                                    .slice(Long.parseLong(row.group(3)), Long.parseLong(row.group(2)))
                                    .toBytes();
                    pieces.add(new Piece(Double.parseDouble(row.group(1)), bytes));
                });
        assertThat(pieces).hasSizeGreaterThan(5);
        return pieces;
    }

    private static byte[] joined(List<Piece> pieces) {
        ByteBuffer all = ByteBuffer.allocate(
                pieces.stream().mapToInt(piece -> piece.bytes().length).sum());
        pieces.forEach(piece -> all.put(piece.bytes()));
        return all.array();
    }
}
