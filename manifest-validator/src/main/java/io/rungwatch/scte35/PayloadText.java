package io.rungwatch.scte35;

import java.util.Base64;
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

    private static byte @Nullable [] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length == 0 ? null : bytes;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
