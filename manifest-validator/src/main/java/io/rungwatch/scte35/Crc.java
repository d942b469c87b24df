package io.rungwatch.scte35;

/** CRC-32/MPEG-2: not reflected, begins with ones, ends as it is. A section with its own checksum behind it comes out as zero. */
public final class Crc {
    private static final int POLYNOMIAL = 0x04c1_1db7;
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int value = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                value = value < 0 ? value << 1 ^ POLYNOMIAL : value << 1;
            }
            TABLE[i] = value;
        }
    }

    private Crc() {}

    public static int of(byte[] bytes, int from, int to) {
        int crc = -1;
        for (int i = from; i < to; i++) {
            crc = crc << 8 ^ TABLE[(crc >>> 24 ^ bytes[i]) & 0xff];
        }
        return crc;
    }
}
