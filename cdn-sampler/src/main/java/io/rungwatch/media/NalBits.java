package io.rungwatch.media;

import java.util.Arrays;

/** Bits of a NAL unit as it was before bytes were put in so that nothing looks like a start code. Beyond the end there are zeros. */
final class NalBits {
    private static final int LONGEST_GOLOMB = 32;

    private final byte[] bytes;
    private int at;
    private boolean overrun;

    NalBits(byte[] nal, int from, int to) {
        bytes = unescape(nal, from, to);
    }

    /** Of bytes that nothing was put in. */
    NalBits(byte[] plain) {
        bytes = plain;
    }

    /** H.264, 7.3.1: of 00 00 03 the 03 does not count. */
    private static byte[] unescape(byte[] nal, int from, int to) {
        byte[] plain = new byte[to - from];
        int length = 0;
        int zeros = 0;
        for (int i = from; i < to; i++) {
            if (zeros == 2 && nal[i] == 3) {
                zeros = 0;
            } else {
                plain[length++] = nal[i];
                zeros = nal[i] == 0 ? Math.min(2, zeros + 1) : 0;
            }
        }
        return Arrays.copyOf(plain, length);
    }

    long read(int width) {
        long value = 0;
        for (int i = 0; i < width; i++, at++) {
            overrun |= at >= bytes.length * 8;
            value = value << 1 | (overrun ? 0 : bytes[at >> 3] >> (7 - (at & 7)) & 1);
        }
        return value;
    }

    int number(int width) {
        return (int) read(width);
    }

    boolean flag() {
        return read(1) == 1;
    }

    void skip(int width) {
        at += width;
    }

    /** Exp-Golomb, unsigned: H.264, 9.1. */
    int golomb() {
        int zeros = 0;
        while (!flag() && !overrun && zeros < LONGEST_GOLOMB) {
            zeros++;
        }
        return (int) ((1L << zeros) - 1 + read(zeros));
    }

    /** Exp-Golomb, signed: 1, −1, 2, −2 … */
    int signedGolomb() {
        int value = golomb();
        return (value & 1) != 0 ? (value >>> 1) + 1 : -(value >>> 1);
    }

    void skipGolombs(int count) {
        for (int i = 0; i < count && !overrun; i++) {
            golomb();
        }
    }

    /** Whether something was asked for that is not there. */
    boolean overrun() {
        return overrun;
    }
}
