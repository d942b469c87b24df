package io.rungwatch.scte35;

import org.jspecify.annotations.Nullable;

/** From the text of a manifest to bytes. */
final class PayloadText {
    private PayloadText() {}

    /** Null where the text is neither hexadecimal nor Base64. */
    static byte @Nullable [] bytes(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("0x") || trimmed.startsWith("0X")) {
            return hex(trimmed, 2);
        }
        // Base64 of a splice information section begins with a slash, so there is no doubt.
        boolean bare = trimmed.regionMatches(true, 0, "FC", 0, 2);
        byte[] bytes = bare ? hex(trimmed, 0) : null;
        return bytes != null ? bytes : base64(trimmed);
    }

    private static byte @Nullable [] hex(String text, int from) {
        int digits = text.length() - from;
        if (digits == 0 || digits % 2 != 0) {
            return null;
        }
        byte[] bytes = new byte[digits / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = digit(text.charAt(from + 2 * i));
            int low = digit(text.charAt(from + 2 * i + 1));
            if (high < 0 || low < 0) {
                return null;
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** By hand, for nobody shall pay for an exception per marker; padding may be missing. */
    private static byte @Nullable [] base64(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        if (end == 0 || end % 4 == 1 || text.length() - end > 2) {
            return null;
        }
        byte[] bytes = new byte[end * 6 / 8];
        int bits = 0;
        int at = 0;
        for (int i = 0; i < end; i++) {
            int value = sextet(text.charAt(i));
            if (value < 0) {
                return null;
            }
            bits = bits << 6 | value;
            // The first of four characters completes no byte, each other one does.
            if (i % 4 != 0) {
                bytes[at++] = (byte) (bits >> (6 - 2 * (i % 4)));
            }
        }
        return bytes;
    }

    private static int sextet(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        } else if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        } else if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
