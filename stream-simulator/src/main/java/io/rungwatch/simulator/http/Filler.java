package io.rungwatch.simulator.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Null packets of MPEG-TS, as many as asked for: the right size and sync bytes, no picture. */
public record Filler(long length) implements Body {
    public static final int PACKET = 188;
    private static final byte[] PACKETS = packets(512);

    @Override
    public ByteBuffer read(long offset, int max) {
        int from = (int) (offset % PACKET);
        long count = Math.min(Math.min(max, length - offset), PACKETS.length - from);
        return ByteBuffer.wrap(PACKETS, from, (int) count).asReadOnlyBuffer();
    }

    private static byte[] packets(int count) {
        byte[] packets = new byte[count * PACKET];
        Arrays.fill(packets, (byte) 0xFF);
        for (int at = 0; at < packets.length; at += PACKET) {
            packets[at] = 0x47;
            packets[at + 1] = 0x1F;
            packets[at + 3] = 0x10;
        }
        return packets;
    }
}
