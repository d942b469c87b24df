package io.rungwatch.media;

import java.util.List;

/** Which messages a unit of supplemental enhancement information has: H.264, 7.3.2.3.1; HEVC writes them alike. */
final class Messages {
    private static final int MOST = 16;
    private static final int MORE = 0xff;
    /** The bit that ends a unit, and zeros to fill its byte. */
    private static final int TRAILING = 0x80;

    private Messages() {}

    static void read(byte[] unit, int from, int to, List<Integer> types) {
        NalBits bits = new NalBits(unit, from, to);
        int type = number(bits);
        while (!bits.overrun() && type != TRAILING && types.size() < MOST) {
            types.add(type);
            bits.skip(8 * number(bits));
            type = number(bits);
        }
    }

    private static int number(NalBits bits) {
        int number = 0;
        int next = bits.number(8);
        while (next == MORE) {
            number += next;
            next = bits.number(8);
        }
        return number + next;
    }
}
