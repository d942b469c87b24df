package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Bytes;
import io.rungwatch.simulator.http.Filler;
import io.rungwatch.simulator.http.Made;
import io.rungwatch.simulator.http.Rope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * fMP4: for each cut a moof that says when and how long its frames are, and an mdat that has them. What fills it up is
 * a box called free, which players skip; it comes before them, so that what is cut off is missed.
 */
enum Fragments implements Wrapping {
    WRAPPING;

    private static final int STYP = 24;

    /** Its head. */
    static final int FREE = 8;

    private static final int MFHD = 16;
    private static final int TFHD = 20;
    private static final int TFDT = 20;
    private static final int TRUN = 20;
    private static final int TRAF = 8 + TFHD + TFDT + TRUN;
    private static final int MOOF = 8 + MFHD + TRAF;
    private static final int PER_SAMPLE = 8;

    /** The moof is where offsets count from; frames are all of one duration. */
    private static final int TFHD_FLAGS = 0x02_0008;

    /** Where the data is; each sample has a size and flags. */
    private static final int TRUN_FLAGS = 0x00_0601;

    private static final int KEY = 0x0200_0000;
    private static final int NO_KEY = 0x0101_0000;

    @Override
    public int unit() {
        return 1;
    }

    @Override
    public long length(Cut cut) {
        return (long) STYP + fragment(cut);
    }

    @Override
    public Body body(Cut cut, long padding) {
        ByteBuffer head = ByteBuffer.allocate(STYP + (padding == 0 ? 0 : FREE));
        Boxes.head(head, STYP, "styp").put(letters("msdh")).putInt(0);
        head.put(letters("msdh")).put(letters("msix"));
        if (padding > 0) {
            Boxes.head(head, (int) padding, "free");
        }
        return new Rope(List.of(
                new Bytes(head.array()),
                Filler.zeros(Math.max(0, padding - FREE)),
                new Made(fragment(cut), () -> new Bytes(bytes(cut)))));
    }

    private static int fragment(Cut cut) {
        return MOOF + PER_SAMPLE * cut.frames() + 8 + data(cut);
    }

    private static int data(Cut cut) {
        return (int) cut.track().samples().size(cut.first() + cut.ahead(), cut.after() + cut.ahead());
    }

    private static byte[] bytes(Cut cut) {
        ByteBuffer out = ByteBuffer.allocate(fragment(cut));
        int table = PER_SAMPLE * cut.frames();
        Boxes.head(out, MOOF + table, "moof");
        Boxes.head(out, MFHD, "mfhd").putInt(0).putInt((int) cut.number() + 1);
        Boxes.head(out, TRAF + table, "traf");
        Boxes.head(out, TFHD, "tfhd").putInt(TFHD_FLAGS).putInt(1);
        out.putInt(cut.track().rate().frame());
        Boxes.head(out, TFDT, "tfdt").putInt(0x0100_0000).putLong(cut.start());
        Boxes.head(out, TRUN + table, "trun").putInt(TRUN_FLAGS).putInt(cut.frames());
        out.putInt(MOOF + table + 8);
        frames(cut, out);
        return cut.spoiled(out.array(), 0);
    }

    private static void frames(Cut cut, ByteBuffer out) {
        Samples samples = cut.track().samples();
        long first = cut.first() + cut.ahead();
        long after = cut.after() + cut.ahead();
        for (long frame = first; frame < after; frame++) {
            out.putInt(samples.size(frame)).putInt(samples.isKey(frame) ? KEY : NO_KEY);
        }
        Boxes.head(out, 8 + data(cut), "mdat");
        for (long frame = first; frame < after; frame++) {
            samples.put(frame, out);
        }
    }

    private static byte[] letters(String brand) {
        return brand.getBytes(StandardCharsets.US_ASCII);
    }
}
