package io.rungwatch.media;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** One packet where it lies in its chunk. The same object reads them all, for there are ten thousand in a segment. */
final class Packet {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int HEADER = 4;
    private static final int PCR_BYTES = 6;

    byte[] bytes = {};
    int pid;
    boolean starts;
    boolean error;
    boolean scrambled;
    boolean hasPayload;
    int counter;
    boolean discontinuity;
    boolean randomAccess;
    /** In ticks of 27 MHz, -1 for none. */
    long pcr;
    /** Private data of the adaptation field. */
    int privateFrom;

    int privateTo;
    /** The content goes from here to `end`. */
    int payload;

    int end;

    void read(byte[] chunk, int from) {
        bytes = chunk;
        int header = (int) ((long) LONGS.get(chunk, from) >>> Integer.SIZE);
        error = (header & 0x80_0000) != 0;
        starts = (header & 0x40_0000) != 0;
        pid = header >>> 8 & 0x1fff;
        scrambled = (header & 0xc0) != 0;
        hasPayload = (header & 0x10) != 0;
        counter = header & 0xf;
        end = from + Framing.PACKET;
        payload = from + HEADER;
        adaptation((header & 0x20) != 0);
    }

    private void adaptation(boolean present) {
        discontinuity = false;
        randomAccess = false;
        pcr = -1;
        privateFrom = 0;
        privateTo = 0;
        if (present) {
            int begin = payload + 1;
            payload = Math.min(end, begin + (bytes[begin - 1] & 0xff));
            fields(begin, payload);
        }
        payload = hasPayload ? payload : end;
    }

    private void fields(int from, int to) {
        if (from == to) {
            return;
        }
        int flags = bytes[from];
        discontinuity = (flags & 0x80) != 0;
        randomAccess = (flags & 0x40) != 0;
        int next = from + 1;
        if ((flags & 0x10) != 0 && next + PCR_BYTES <= to) {
            pcr = pcr((long) LONGS.get(bytes, next));
        }
        next += (flags & 0x10) != 0 ? PCR_BYTES : 0;
        next += (flags & 0x08) != 0 ? PCR_BYTES : 0;
        next += (flags & 0x04) != 0 ? 1 : 0;
        if ((flags & 0x02) != 0 && next < to) {
            privateFrom = next + 1;
            privateTo = Math.min(to, privateFrom + (bytes[next] & 0xff));
        }
    }

    private static long pcr(long field) {
        return Ticks.pcr(field >>> 31, (int) (field >>> 16) & 0x1ff);
    }

    /** Of the end, where content is: a packet sent twice may differ in its PCR only. */
    long fingerprint() {
        return (long) LONGS.get(bytes, end - 8) * 31 + (long) LONGS.get(bytes, end - 64);
    }
}
