package io.rungwatch.media;

import static io.rungwatch.media.Samples.box;
import static io.rungwatch.media.Samples.hex;
import static io.rungwatch.media.Samples.number;
import static io.rungwatch.media.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sample entries that ffmpeg did not make for us, written by hand. */
class SampleEntryTest {
    private static final byte[] HEAD = number(1, 8);

    @Test
    void av1() {
        SampleEntry entry = video("av01", box("av1C", hex("81 08 4c 00")));

        assertThat(entry.codec()).map(Codec::text).contains("av01.0.08M.10");
        assertThat(entry.width()).isEqualTo(1920);
        assertThat(entry.picture()).isEmpty();
    }

    @Test
    void avc3() {
        assertThat(video("avc3", box("avcC", hex("01 640028 ff e0 00"))).codec())
                .map(Codec::text)
                .contains("avc3.640028");
    }

    @Test
    void withoutItsConfiguration() {
        assertThat(video("avc1").codec()).isEmpty();
        assertThat(audio("mp4a").codec()).isEmpty();
        assertThat(audio("ac-3").codec()).map(Codec::text).contains("ac-3");
        assertThat(audio("Opus").codec()).map(Codec::text).contains("opus");
    }

    @Test
    void heAac() {
        byte[] esds =
                box("esds", number(0, 4), hex("03 1b 0001 00 04 13 40 15 000000 00000000 00000000 05 04 2b09 8800"));

        assertThat(audio("mp4a", esds).codec()).contains(new Codec.Aac(5));
    }

    @Test
    void lengthsOfSeveralBytes() {
        byte[] esds = box("esds", number(0, 4), hex("03 80808014 0001 00 04 8080800d 6b 15 000000 00000000 00000000"));

        assertThat(audio("mp4a", esds).codec()).map(Codec::text).contains("mp4a.6B");
    }

    @Test
    void objectTypesBeyondFiveBits() {
        byte[] esds = box("esds", number(0, 4), hex("03 19 0001 00 04 11 40 15 000000 00000000 00000000 05 02 f948"));

        assertThat(audio("mp4a", esds).codec()).contains(new Codec.Aac(42));
    }

    @Test
    void subtitles() {
        assertThat(entry("subt", box("stpp", HEAD)).codec()).map(Codec::text).contains("stpp");
    }

    @Test
    void encryptedWithoutSayingHow() {
        SampleEntry entry = video("encv", box("sinf", box("frma", text("avc1"))));

        assertThat(entry.encryption()).contains(new Encryption("avc1", "", false, false, 0, ""));
        assertThat(entry.codec()).isEmpty();
        assertThat(video("encv", box("sinf")).codec()).map(Codec::text).contains("encv");
    }

    @Test
    void noneAtAll() {
        assertThat(track("vide", box("stsd", number(0, 8))).entry()).isEqualTo(Optional.empty());
    }

    private static SampleEntry video(String format, byte[]... boxes) {
        byte[] fixed = Samples.join(HEAD, number(0, 16), number(1920, 2), number(1080, 2), new byte[50]);
        return entry("vide", box(format, fixed, Samples.join(boxes)));
    }

    private static SampleEntry audio(String format, byte[]... boxes) {
        byte[] fixed = Samples.join(HEAD, number(0, 8), number(2, 2), number(16, 6), number(48_000L << 16, 4));
        return entry("soun", box(format, fixed, Samples.join(boxes)));
    }

    private static SampleEntry entry(String handler, byte[] entry) {
        return track(handler, box("stsd", number(1, 8), entry)).entry().orElseThrow();
    }

    private static Track track(String handler, byte[] stsd) {
        byte[] hdlr = box("hdlr", number(0, 8), text(handler), new byte[13]);
        byte[] mdia = box("mdia", hdlr, box("minf", box("stbl", stsd)));
        return Samples.mp4(box("moov", box("trak", mdia)))
                .init()
                .orElseThrow()
                .tracks()
                .getFirst();
    }
}
