package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Made;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** fMP4: for each cut a moof that says when and how long its frames are, and an mdat that has them. */
enum Fragments implements Wrapping {
    WRAPPING;

    private static final int STYP = 24;
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
    public Body body(List<Cut> cuts) {
        int length = cuts.stream().mapToInt(Fragments::length).sum();
        return new Made(length, () -> bytes(cuts, length));
    }

    private static int length(Cut cut) {
        return STYP + MOOF + PER_SAMPLE * cut.frames() + 8 + data(cut);
    }

    private static int data(Cut cut) {
        return (int) cut.track().samples().size(cut.first() + cut.ahead(), cut.after() + cut.ahead());
    }

    private static byte[] bytes(List<Cut> cuts, int length) {
        ByteBuffer out = ByteBuffer.allocate(length);
        cuts.forEach(cut -> put(cut, out));
        return out.array();
    }

    private static void put(Cut cut, ByteBuffer out) {
        int table = PER_SAMPLE * cut.frames();
        Boxes.head(out, STYP, "styp").put(letters("msdh")).putInt(0);
        out.put(letters("msdh")).put(letters("msix"));
        Boxes.head(out, MOOF + table, "moof");
        Boxes.head(out, MFHD, "mfhd").putInt(0).putInt((int) cut.number() + 1);
        Boxes.head(out, TRAF + table, "traf");
        Boxes.head(out, TFHD, "tfhd").putInt(TFHD_FLAGS).putInt(1);
        out.putInt(cut.track().rate().frame());
        Boxes.head(out, TFDT, "tfdt").putInt(0x0100_0000).putLong(cut.start());
        Boxes.head(out, TRUN + table, "trun").putInt(TRUN_FLAGS).putInt(cut.frames());
        out.putInt(MOOF + table + 8);
        frames(cut, out);
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
