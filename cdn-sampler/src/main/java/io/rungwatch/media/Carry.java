package io.rungwatch.media;

import java.util.Arrays;

/** Keeps what a consumer could not use yet, and shows it again with more behind it. Copies what lies across the border of two chunks only. */
final class Carry {
    /** Takes what it can of the bytes, and says where it stopped. What is longer than half the room here, it must not wait for. */
    interface Consumer {
        int take(byte[] bytes, int from, int to);
    }

    private final Consumer consumer;
    private final byte[] kept;
    private int length;

    Carry(int room, Consumer consumer) {
        this.kept = new byte[room];
        this.consumer = consumer;
    }

    void add(byte[] bytes, int from, int to) {
        int at = from;
        while (length > 0 && at < to) {
            at = bridge(bytes, at, to);
        }
        if (length == 0 && at < to) {
            keep(bytes, consumer.take(bytes, at, to), to);
        }
    }

    /** Behind what is kept comes the beginning of the new; returns from where the new can stand alone. */
    private int bridge(byte[] bytes, int from, int to) {
        int before = length;
        int copied = Math.min(kept.length - length, to - from);
        System.arraycopy(bytes, from, kept, length, copied);
        length += copied;
        int taken = consumer.take(kept, 0, length);
        if (taken >= before) {
            length = 0;
            return from + taken - before;
        }
        clear(taken);
        return from + copied;
    }

    private void keep(byte[] bytes, int from, int to) {
        length = to - from;
        System.arraycopy(bytes, from, kept, 0, length);
    }

    void clear(int count) {
        System.arraycopy(kept, count, kept, 0, length - count);
        length -= count;
    }

    byte[] rest() {
        return Arrays.copyOf(kept, length);
    }
}
