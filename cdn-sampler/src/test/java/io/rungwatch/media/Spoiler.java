package io.rungwatch.media;

import java.util.Arrays;
import java.util.Random;

/** Spoils segments as lines, caches and malice do, in the same ways each time it is asked from the same beginning. */
final class Spoiler {
    private static final int MOST_STEPS = 5;
    private static final int PACKET = 188;
    private static final int HEAD = 600;

    private final Random random;

    Spoiler(long seed) {
        random = new Random(seed);
    }

    byte[] spoil(byte[] original, byte[] other) {
        byte[] body = original.clone();
        for (int i = random.nextInt(MOST_STEPS); i >= 0; i--) {
            body = step(body, other);
        }
        return body;
    }

    private byte[] step(byte[] body, byte[] other) {
        int at = place(body.length);
        return switch (random.nextInt(9)) {
            case 0, 1 -> changed(body, at, new byte[] {(byte) random.nextInt(256)});
            case 2 -> changed(body, at, Samples.number(size(), 4));
            case 3 -> changed(body, at, new byte[] {(byte) (1 << random.nextInt(8))});
            case 4 -> without(body, at, 1 + random.nextInt(8));
            case 5 -> without(body, at - at % PACKET, PACKET);
            case 6 ->
                Samples.join(Arrays.copyOf(body, at), Arrays.copyOfRange(body, Math.max(0, at - PACKET), body.length));
            case 7 -> random.nextInt(4) == 0 ? Arrays.copyOf(body, at) : body;
            default ->
                Samples.join(Arrays.copyOf(body, at), Arrays.copyOfRange(other, place(other.length), other.length));
        };
    }

    /** Headers are in front mostly. */
    private int place(int length) {
        return random.nextInt(1 + (random.nextBoolean() ? Math.min(length, HEAD) : length));
    }

    private long size() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(32);
            case 1 -> 0xffff_ffffL;
            case 2 -> 0x7fff_ffffL;
            default -> random.nextInt(1 << 16);
        };
    }

    private static byte[] changed(byte[] body, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, body, at, Math.min(bytes.length, body.length - at));
        return body;
    }

    private static byte[] without(byte[] body, int at, int count) {
        int end = Math.min(body.length, at + count);
        return Samples.join(Arrays.copyOf(body, at), Arrays.copyOfRange(body, end, body.length));
    }
}
