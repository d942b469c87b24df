package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Foreign text made fit to be shown: nothing that a terminal or a log would act on, and not too long. */
final class Excerpt {
    private static final int SHOWN = 120;

    private Excerpt() {}

    static String of(byte[] bytes, int from, int to) {
        boolean cut = to - from > SHOWN;
        return printable(new String(bytes, from, cut ? SHOWN : to - from, UTF_8)) + (cut ? "…" : "");
    }

    static String of(String text) {
        return text.length() > SHOWN ? printable(text.substring(0, SHOWN)) + "…" : printable(text);
    }

    private static String printable(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = isPlain(c);
            if (!plain && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (shown != null) {
                if (plain) {
                    shown.append(c);
                } else {
                    shown.append(c < 0x100 ? "\\x%02x".formatted((int) c) : "\\u%04x".formatted((int) c));
                }
            }
        }
        return shown == null ? text : shown.toString();
    }

    private static boolean isPlain(char c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
