package io.rungwatch.scte35;

/** Reads fields of any width; beyond the end there are zeros, and `overrun` says so. */
final class Bits {
    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean overrun;

    /** From byte `from` up to byte `to`. */
    Bits(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from * 8;
        this.end = to * 8;
    }

    long read(int width) {
        if (width > end - at) {
            overrun = true;
            at = end;
            return 0;
        }
        long value = 0;
        for (int i = 0; i < width; i++, at++) {
            value = value << 1 | bytes[at >> 3] >> (7 - (at & 7)) & 1;
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
        if (width > end - at) {
            overrun = true;
            at = end;
        } else {
            at += width;
        }
    }

    /** Which byte comes next. */
    int position() {
        return at >> 3;
    }

    int left() {
        return (end - at) >> 3;
    }

    boolean overrun() {
        return overrun;
    }
}
