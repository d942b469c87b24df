package io.rungwatch.simulator.media;

import static io.rungwatch.simulator.media.Boxes.box;
import static io.rungwatch.simulator.media.Boxes.ints;
import static io.rungwatch.simulator.media.Boxes.text;

import java.nio.ByteBuffer;

/** The init section of WebVTT in fMP4 (ISO/IEC 14496-30), which ffmpeg does not write. */
final class CaptionsInit {
    private static final int NO_TURN = 0x0001_0000;

    private CaptionsInit() {}

    static byte[] of(String language) {
        byte[] trex = box("trex", ints(0, 1, 1, 0, 0, 0));
        byte[] moov = box("moov", movie(), track(language), box("mvex", trex));
        byte[] type = box("ftyp", text("iso6"), ints(0), text("iso6"), text("cmfc"), text("dash"));
        return ByteBuffer.allocate(type.length + moov.length)
                .put(type)
                .put(moov)
                .array();
    }

    private static byte[] movie() {
        return box(
                "mvhd",
                ints(0, 0, 0, Rate.TEXT.scale(), 0, NO_TURN, 0x0100_0000, 0, 0),
                matrix(),
                ints(0, 0, 0, 0, 0, 0, 2));
    }

    private static byte[] track(String language) {
        byte[] header = box("tkhd", ints(3, 0, 0, 1, 0, 0, 0, 0, 0, 0), matrix(), ints(0, 0));
        byte[] clock = box("mdhd", ints(0, 0, 0, Rate.TEXT.scale(), 0, letters(language) << 16));
        byte[] kind = box("hdlr", ints(0, 0), text("text"), ints(0, 0, 0), new byte[1]);
        byte[] data = box("dinf", box("dref", ints(0, 1), box("url ", ints(1))));
        return box("trak", header, box("mdia", clock, kind, box("minf", box("nmhd", ints(0)), data, samples())));
    }

    private static byte[] samples() {
        byte[] entry = box("wvtt", new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, box("vttC", text("WEBVTT")));
        return box(
                "stbl",
                box("stsd", ints(0, 1), entry),
                box("stts", ints(0, 0)),
                box("stsc", ints(0, 0)),
                box("stsz", ints(0, 0, 0)),
                box("stco", ints(0, 0)));
    }

    private static byte[] matrix() {
        return ints(NO_TURN, 0, 0, 0, NO_TURN, 0, 0, 0, 0x4000_0000);
    }

    /** Three letters of five bits each. */
    static int letters(String language) {
        int bits = 0;
        for (int i = 0; i < 3; i++) {
            bits = bits << 5 | language.charAt(i) - 0x60;
        }
        return bits;
    }
}
