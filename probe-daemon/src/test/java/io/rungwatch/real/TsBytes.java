package io.rungwatch.real;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Segments of MPEG-TS with something done to their packets. */
final class TsBytes {
    private static final int SIZE = 188;
    /** Where ffmpeg puts the sound of a rung. */
    private static final int SOUND = 0x101;

    private TsBytes() {}

    /** Without every so manieth packet, whatever is in it. */
    static byte[] losing(byte[] segment, int every) {
        return keeping(segment, at -> at / SIZE % every != every - 1);
    }

    /** The tables still promise it. */
    static byte[] withoutSound(byte[] segment) {
        return keeping(segment, at -> pid(segment, at) != SOUND);
    }

    private static byte[] keeping(byte[] segment, IntPredicate kept) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream(segment.length);
        for (int at = 0; at < segment.length; at += SIZE) {
            if (kept.test(at)) {
                rest.write(segment, at, SIZE);
            }
        }
        return rest.toByteArray();
    }

    /** By another clock, all of it: PTS, DTS and PCR. */
    static byte[] later(byte[] segment, long seconds) {
        byte[] later = Arrays.copyOf(segment, segment.length);
        long ticks = seconds * 90_000;
        for (int at = 0; at < later.length; at += SIZE) {
            boolean field = (later[at + 3] & 0x20) != 0;
            if (field && later[at + 4] > 0 && (later[at + 5] & 0x10) != 0) {
                shiftPcr(later, at + 6, ticks);
            }
            int payload = at + 4 + (field ? 1 + (later[at + 4] & 0xFF) : 0);
            boolean begins = (later[at + 1] & 0x40) != 0 && (later[at + 3] & 0x10) != 0;
            if (begins && isPes(later, payload)) {
                int flags = later[payload + 7];
                if ((flags & 0x80) != 0) {
                    shift(later, payload + 9, ticks);
                }
                if ((flags & 0x40) != 0) {
                    shift(later, payload + 14, ticks);
                }
            }
        }
        return later;
    }

    private static int pid(byte[] packets, int at) {
        return (packets[at + 1] & 0x1F) << 8 | packets[at + 2] & 0xFF;
    }

    private static boolean isPes(byte[] packets, int at) {
        return packets[at] == 0 && packets[at + 1] == 0 && packets[at + 2] == 1;
    }

    /** Its upper 33 bits count as stamps do. */
    private static void shiftPcr(byte[] packets, int at, long ticks) {
        long pcr = 0;
        for (int i = 0; i < 6; i++) {
            pcr = pcr << 8 | packets[at + i] & 0xFF;
        }
        pcr += ticks << 15;
        for (int i = 5; i >= 0; i--) {
            packets[at + i] = (byte) pcr;
            pcr >>= 8;
        }
    }

    /** Three bits, fifteen and fifteen, with a marker after each. */
    private static void shift(byte[] packets, int at, long ticks) {
        long stamp = (packets[at] & 0x0EL) << 29
                | (packets[at + 1] & 0xFFL) << 22
                | (packets[at + 2] & 0xFEL) << 14
                | (packets[at + 3] & 0xFFL) << 7
                | (packets[at + 4] & 0xFEL) >> 1;
        stamp += ticks;
        packets[at] = (byte) (packets[at] & 0xF1 | stamp >> 29 & 0x0E);
        packets[at + 1] = (byte) (stamp >> 22);
        packets[at + 2] = (byte) (stamp >> 14 | 1);
        packets[at + 3] = (byte) (stamp >> 7);
        packets[at + 4] = (byte) (stamp << 1 | 1);
    }
}
