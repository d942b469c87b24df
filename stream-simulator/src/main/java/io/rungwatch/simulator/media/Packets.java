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

    private static int find(byte[] file, int pid) {
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
        long media = counts.before(cut.after() + cut.ahead()) - counts.before(cut.first() + cut.ahead());
        return tables.length + (int) media * SIZE;
    }

    /** Returns where the next may be put. */
    int put(Cut cut, byte[] out, int at) {
        System.arraycopy(tables, 0, out, at, tables.length);
        count(out, at, cut.number());
        count(out, at + SIZE, cut.number());
        int next = at + tables.length;
        for (long frame = cut.first(); frame < cut.after(); frame++) {
            next = put(frame + cut.ahead(), cut.on90kHz(frame), out, next);
        }
        return next;
    }

    private int put(long frame, long pts, byte[] out, int at) {
        int count = counts.of(frame);
        System.arraycopy(packets, counts.within(frame) * SIZE, out, at, count * SIZE);
        long before = counts.before(frame);
        for (int i = 0; i < count; i++) {
            count(out, at + i * SIZE, before + i);
        }
        Stamps.set(out, at, pts);
        return at + count * SIZE;
    }

    /** How many packets of its kind there were before, in four bits: so no seam shows. */
    private static void count(byte[] out, int at, long before) {
        out[at + 3] = (byte) (out[at + 3] & 0xF0 | before & 0x0F);
    }
}
