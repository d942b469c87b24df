package io.rungwatch.simulator.hls;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** SCTE-35 splice_insert, out of the network or back, with a true CRC: markers are read by machines that check. */
public final class Splice {
    private static final int HEAD = 14;
    private static final int TAIL = 2 + 4;

    private Splice() {}

    static String out(long event, long atMillis, long durationMillis) {
        return hex(insert(event, atMillis, durationMillis));
    }

    static String in(long event, long atMillis) {
        return hex(insert(event, atMillis, -1));
    }

    public static byte[] outOf(long event, long atMillis, long durationMillis) {
        return insert(event, atMillis, durationMillis);
    }

    private static byte[] insert(long event, long atMillis, long durationMillis) {
        boolean out = durationMillis >= 0;
        int command = out ? 20 : 15;
        ByteBuffer section = ByteBuffer.allocate(HEAD + command + TAIL);
        section.put((byte) 0xFC).putShort((short) (0x3000 | (section.capacity() - 3)));
        section.put((byte) 0).put((byte) 0).putInt(0).put((byte) 0);
        // Tier 0xFFF for all, then twelve bits of command length, then type 5.
        section.put((byte) 0xFF)
                .put((byte) (0xF0 | (command >> 8)))
                .put((byte) command)
                .put((byte) 5);
        section.putInt((int) event).put((byte) 0x7F).put((byte) (out ? 0xEF : 0x4F));
        put33(section, 0xFE, atMillis * 90);
        if (out) {
            put33(section, 0xFE, durationMillis * 90);
        }
        section.putShort((short) 1).put((byte) 0).put((byte) 0).putShort((short) 0);
        section.putInt(crc(section.array(), section.position()));
        return section.array();
    }

    /** A flag, six reserved bits and 33 bits of a 90 kHz clock. */
    private static void put33(ByteBuffer section, int flags, long ticks) {
        section.put((byte) (flags | (ticks >>> 32 & 1))).putInt((int) ticks);
    }

    static int crc(byte[] bytes, int length) {
        int crc = -1;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ 0x04C11DB7 : crc << 1;
            }
        }
        return crc;
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
