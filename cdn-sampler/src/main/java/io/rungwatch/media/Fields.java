package io.rungwatch.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Reads big-endian fields of whole bytes; beyond the end there are zeros. */
final class Fields {
    private final byte[] bytes;
    private int end;
    private int at;

    Fields(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** Begins anew, with other bytes in the same place: for what is read a thousand times. */
    Fields renew(int to) {
        at = 0;
        end = to;
        return this;
    }

    long read(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | (at < end ? bytes[at++] & 0xff : 0);
        }
        return value;
    }

    int number(int width) {
        return (int) read(width);
    }

    /** Four characters, whatever they are. */
    String code() {
        return text(number(4));
    }

    static String text(int code) {
        byte[] characters = {(byte) (code >> 24), (byte) (code >> 16), (byte) (code >> 8), (byte) code};
        return new String(characters, ISO_8859_1);
    }

    /** Up to a zero, which is skipped; no longer than `most`. */
    String string(int most) {
        int from = at;
        while (at < end && bytes[at] != 0) {
            at++;
        }
        String text = new String(bytes, from, Math.min(at - from, most), UTF_8);
        at = Math.min(end, at + 1);
        return text;
    }

    void skip(int width) {
        at += Math.clamp(width, 0, end - at);
    }

    int left() {
        return end - at;
    }

    /** The next bytes, as many of them as there are; they are skipped here. */
    Fields part(int length) {
        int from = at;
        skip(length);
        return new Fields(bytes, from, at);
    }

    /** The same bytes from here on, to be read on their own. */
    Fields again() {
        return new Fields(bytes, at, end);
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, at, end);
    }
}
