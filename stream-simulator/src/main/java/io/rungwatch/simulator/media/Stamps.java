package io.rungwatch.simulator.media;

/** The timestamps of MPEG-TS where they lie: 33 bits at 90 kHz, which begin again from zero each 26 hours and a half. */
final class Stamps {
    static final long WRAP = 1L << 33;

    private static final int HAS_PTS = 0x80;
    private static final int HAS_DTS = 0x40;

    private Stamps() {}

    /** Gives the frame that begins in this packet another PTS; DTS and PCR keep their distance from it. */
    static void set(byte[] packets, int at, long pts) {
        int header = payload(packets, at);
        long by = pts - pts(packets, header + 9);
        shiftPcr(packets, at, by);
        int flags = packets[header + 7];
        if ((flags & HAS_PTS) != 0) {
            shift(packets, header + 9, by);
        }
        if ((flags & HAS_DTS) != 0) {
            shift(packets, header + 14, by);
        }
    }

    /** Where the payload of a packet begins: after the adaptation field, if there is one. */
    static int payload(byte[] packets, int at) {
        return at + 4 + (hasField(packets, at) ? 1 + (packets[at + 4] & 0xFF) : 0);
    }

    static boolean hasPayload(byte[] packets, int at) {
        return (packets[at + 3] & 0x10) != 0;
    }

    private static boolean hasField(byte[] packets, int at) {
        return (packets[at + 3] & 0x20) != 0;
    }

    private static void shiftPcr(byte[] packets, int at, long by) {
        boolean there = hasField(packets, at) && packets[at + 4] > 0 && (packets[at + 5] & 0x10) != 0;
        if (!there) {
            return;
        }
        long high = 0;
        for (int i = 6; i < 10; i++) {
            high = high << 8 | packets[at + i] & 0xFF;
        }
        long base = wrapped((high << 1 | (packets[at + 10] & 0x80) >> 7) + by);
        for (int i = 9; i >= 6; i--) {
            packets[at + i] = (byte) (base >> 1 + 8 * (9 - i));
        }
        packets[at + 10] = (byte) (packets[at + 10] & 0x7F | (base & 1) << 7);
    }

    private static void shift(byte[] packets, int at, long by) {
        long stamp = wrapped(pts(packets, at) + by);
        // Three bits, fifteen and fifteen, with a marker bit after each.
        packets[at] = (byte) (packets[at] & 0xF1 | stamp >> 29 & 0x0E);
        packets[at + 1] = (byte) (stamp >> 22);
        packets[at + 2] = (byte) (stamp >> 14 | 1);
        packets[at + 3] = (byte) (stamp >> 7);
        packets[at + 4] = (byte) (stamp << 1 | 1);
    }

    static long pts(byte[] packets, int at) {
        return (packets[at] & 0x0EL) << 29
                | (packets[at + 1] & 0xFFL) << 22
                | (packets[at + 2] & 0xFEL) << 14
                | (packets[at + 3] & 0xFFL) << 7
                | (packets[at + 4] & 0xFEL) >> 1;
    }

    static long wrapped(long ticks) {
        return Math.floorMod(ticks, WRAP);
    }
}
