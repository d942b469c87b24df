package io.rungwatch.simulator.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that mean nothing, as many as asked for, all of them out of one block that everybody shares.
 *
 * @param block a whole number of units
 * @param unit after which it begins again
 */
public record Filler(ByteBuffer block, int unit, long length) implements Body {
    public static final int PACKET = 188;
    private static final int PACKETS = 512;
    private static final ByteBuffer NULL_PACKETS = shared(nullPackets());
    private static final ByteBuffer ZEROS = shared(new byte[PACKETS * PACKET]);

    /** What a multiplexer of MPEG-TS sends when it has nothing to send. */
    public static Filler nullPackets(long packets) {
        return new Filler(NULL_PACKETS, PACKET, packets * PACKET);
    }

    public static Filler zeros(long length) {
        return new Filler(ZEROS, 1, length);
    }

    @Override
    public ByteBuffer read(long offset, int max) {
        int from = (int) (offset % unit);
        long count = Math.min(Math.min(max, length - offset), block.capacity() - from);
        return block.slice(from, (int) count);
    }

    private static byte[] nullPackets() {
        byte[] packets = new byte[PACKETS * PACKET];
        Arrays.fill(packets, (byte) 0xFF);
        for (int at = 0; at < packets.length; at += PACKET) {
            packets[at] = 0x47;
            packets[at + 1] = 0x1F;
            packets[at + 3] = 0x10;
        }
        return packets;
    }

    private static ByteBuffer shared(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }
}
