package io.rungwatch.simulator.media;

import java.util.Arrays;

/** A packet that becomes several, with stuffing in all of them, so that counters come out even. */
final class Splitting {
    private static final int SIZE = Packets.SIZE;
    private static final int HEADER = 4;
    private static final int FIELD = 0x20;
    private static final int BEGINS = 0x40;

    private Splitting() {}

    /** What the first packet of a frame holds beyond the frame's header goes into it and so many more behind it. */
    static void split(byte[] packets, int at, int more) {
        int payload = Stamps.payload(packets, at);
        int spare = at + SIZE - payload - 9 - (packets[payload + 8] & 0xFF);
        int each = spare / (more + 1);
        if (each < 1) {
            throw new IllegalStateException("a frame is too small to be split: make the loops again");
        }
        for (int i = 0; i < more; i++) {
            next(packets, at, at + SIZE - (more - i) * each, each, at + (i + 1) * SIZE);
        }
        stuff(packets, at, payload, more * each);
    }

    private static void next(byte[] packets, int first, int from, int length, int to) {
        System.arraycopy(packets, first, packets, to, HEADER);
        packets[to + 1] &= (byte) ~BEGINS;
        packets[to + 3] |= FIELD;
        field(packets, to + HEADER, SIZE - HEADER - length);
        System.arraycopy(packets, from, packets, to + SIZE - length, length);
    }

    /** Takes away the end of the payload, and puts as much before it. */
    private static void stuff(byte[] packets, int at, int payload, int length) {
        System.arraycopy(packets, payload, packets, payload + length, at + SIZE - payload - length);
        if ((packets[at + 3] & FIELD) == 0) {
            packets[at + 3] |= FIELD;
            field(packets, payload, length);
            return;
        }
        boolean bare = packets[at + HEADER] == 0;
        packets[at + HEADER] += (byte) length;
        Arrays.fill(packets, payload, payload + length, (byte) 0xFF);
        if (bare) {
            packets[payload] = 0;
        }
    }

    /** An adaptation field that is nothing but long. */
    private static void field(byte[] packets, int at, int length) {
        packets[at] = (byte) (length - 1);
        Arrays.fill(packets, at + 1, at + length, (byte) 0xFF);
        if (length > 1) {
            packets[at + 1] = 0;
        }
    }
}
