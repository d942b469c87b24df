package io.rungwatch.simulator.media;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A loop as MPEG-TS: the packets of each frame, as ffmpeg made them, and the tables that go before any of them. */
final class Packets {
    static final int SIZE = 188;
    private static final int PAT = 0;
    private static final int PMT = 0x1000;
    private static final int MEDIA = 0x100;

    /** Text is not carried in packets. */
    static final Packets NONE = new Packets(new byte[0], new byte[0], new Sums(new int[0]));

    private final byte[] tables;
    private final byte[] packets;
    private final Sums counts;

    private Packets(byte[] tables, byte[] packets, Sums counts) {
        this.tables = tables;
        this.packets = packets;
        this.counts = counts;
    }

    static Packets of(byte[] file) {
        ByteArrayOutputStream media = new ByteArrayOutputStream(file.length);
        List<Integer> counts = new ArrayList<>();
        for (int at = 0; at < file.length; at += SIZE) {
            if (pid(file, at) == MEDIA) {
                if (begins(file, at)) {
                    counts.add(0);
                }
                counts.set(counts.size() - 1, counts.getLast() + 1);
                media.write(file, at, SIZE);
            }
        }
        Sums sums = new Sums(counts.stream().mapToInt(Integer::intValue).toArray());
        return new Packets(tables(file), media.toByteArray(), sums);
    }

    /** The first of each: they never change. */
    private static byte[] tables(byte[] file) {
        byte[] tables = new byte[2 * SIZE];
        System.arraycopy(file, find(file, PAT), tables, 0, SIZE);
        System.arraycopy(file, find(file, PMT), tables, SIZE, SIZE);
        return tables;
    }

    static int find(byte[] file, int pid) {
        int at = 0;
        while (pid(file, at) != pid) {
            at += SIZE;
        }
        return at;
    }

    private static int pid(byte[] file, int at) {
        return (file[at + 1] & 0x1F) << 8 | file[at + 2] & 0xFF;
    }

    private static boolean begins(byte[] file, int at) {
        return (file[at + 1] & 0x40) != 0;
    }

    int frames() {
        return counts.frames();
    }

    /** The bytes of a frame's PES packet. */
    byte[] payload(int frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = counts.within(frame);
        for (int at = from * SIZE; at < (from + counts.of(frame)) * SIZE; at += SIZE) {
            if (!Stamps.hasPayload(packets, at)) {
                throw new IllegalStateException("a packet without payload would need no count: make the loops again");
            }
            int payload = Stamps.payload(packets, at);
            bytes.write(packets, payload, at + SIZE - payload);
        }
        return bytes.toByteArray();
    }

    int length(Cut cut) {
        int media = whole(cut);
        return tables.length + (media - cut.damage().lostOf(media)) * SIZE;
    }

    Packed packed(Cut cut) {
        int media = whole(cut);
        byte[] out = new byte[tables.length + media * SIZE];
        System.arraycopy(tables, 0, out, 0, tables.length);
        count(out, 0, cut.number());
        count(out, SIZE, cut.number());
        int[] ends = new int[cut.frames()];
        int at = tables.length;
        for (int i = 0; i < ends.length; i++) {
            int more = i + 1 == ends.length ? media - count(cut) : 0;
            at = put(cut, i, more, out, at);
            ends[i] = at;
        }
        long before = cut.even() ? 0 : counts.before(cut.first() + cut.ahead());
        for (int i = 0; i < media; i++) {
            count(out, tables.length + i * SIZE, before + i);
        }
        return new Packed(out, ends).losing(cut.damage().lostOf(media), tables.length);
    }

    /** Returns where the next may be put. */
    private int put(Cut cut, int place, int more, byte[] out, int at) {
        long frame = cut.first() + place;
        int count = counts.of(frame + cut.ahead());
        int from = counts.within(frame + cut.ahead()) * SIZE;
        System.arraycopy(packets, from, out, at, SIZE);
        System.arraycopy(packets, from + SIZE, out, at + (1 + more) * SIZE, (count - 1) * SIZE);
        Stamps.set(out, at, cut.on90kHz(frame));
        if (more > 0) {
            Splitting.split(out, at, more);
        }
        return at + (count + more) * SIZE;
    }

    /** As the loops have them. */
    private int count(Cut cut) {
        return (int) (counts.before(cut.after() + cut.ahead()) - counts.before(cut.first() + cut.ahead()));
    }

    /** Counters have four bits: after a multiple of sixteen packets any place of the loop may follow, and begin with zero. */
    private int whole(Cut cut) {
        return cut.even() ? count(cut) + 15 & ~15 : count(cut);
    }

    private static void count(byte[] out, int at, long before) {
        out[at + 3] = (byte) (out[at + 3] & 0xF0 | before & 0x0F);
    }

    int tables() {
        return tables.length;
    }
}
