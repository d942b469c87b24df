package io.rungwatch.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils bytes, in the same ways each time it is asked from the same beginning. */
final class Mutator {
    private static final int MOST_STEPS = 6;
    private static final int PIECE = 40;

    private final Random random;
    private final List<byte[]> words;

    Mutator(long seed, List<byte[]> words) {
        this.random = new Random(seed);
        this.words = words;
    }

    byte[] spoil(byte[] original, byte[] other) {
        byte[] body = original;
        for (int i = random.nextInt(MOST_STEPS); i >= 0; i--) {
            body = step(body, other);
        }
        return body;
    }

    private byte[] step(byte[] body, byte[] other) {
        int at = random.nextInt(body.length + 1);
        int to = Math.min(body.length, at + random.nextInt(PIECE));
        return switch (random.nextInt(8)) {
            case 0, 1 -> joined(body, at, word(), at);
            case 2 -> joined(body, at, new byte[0], to);
            case 3 -> random.nextInt(4) == 0 ? Arrays.copyOf(body, at) : body;
            case 4 -> joined(body, at, new byte[] {(byte) random.nextInt(256)}, Math.min(body.length, at + 1));
            case 5 -> joined(body, at, digit(), Math.min(body.length, at + 1));
            case 6 -> joined(body, at, Arrays.copyOfRange(body, at, to), at);
            default -> joined(body, at, Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length), to);
        };
    }

    private byte[] word() {
        return words.isEmpty() ? digit() : words.get(random.nextInt(words.size()));
    }

    private byte[] digit() {
        return String.valueOf("0123456789-.\"=,:#$%\n".charAt(random.nextInt(19)))
                .getBytes(ISO_8859_1);
    }

    private static byte[] joined(byte[] body, int headEnd, byte[] middle, int tailStart) {
        byte[] joined = Arrays.copyOf(body, headEnd + middle.length + body.length - tailStart);
        System.arraycopy(middle, 0, joined, headEnd, middle.length);
        System.arraycopy(body, tailStart, joined, headEnd + middle.length, body.length - tailStart);
        return joined;
    }
}
