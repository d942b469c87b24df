package io.rungwatch.url;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Percent-encoding of what may not stand in a request line. What is encoded already, and a stray percent sign, stay as they are. */
final class Escapes {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Escapes() {}

    static String encode(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isPlain(text.charAt(i))) {
                return encodeFrom(text, from, i, to);
            }
        }
        return text.substring(from, to);
    }

    private static String encodeFrom(String text, int from, int first, int to) {
        StringBuilder encoded = new StringBuilder(to - from + 32).append(text, from, first);
        for (byte b : text.substring(first, to).getBytes(UTF_8)) {
            if (b > 0 && isPlain((char) b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char c) {
        return switch (c) {
            case ' ', '"', '<', '>', '\\', '^', '`', '{', '|', '}' -> false;
            default -> c > ' ' && c < 0x7f;
        };
    }
}
