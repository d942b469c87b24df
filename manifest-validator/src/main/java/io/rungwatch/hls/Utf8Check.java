package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Looks at a line that is not ASCII: is it UTF-8, and does it hold characters that only pretend to be text? */
final class Utf8Check {
    private static final char REPLACEMENT = '\ufffd';

    private final byte[] bytes;
    private final HlsScanner scanner;

    Utf8Check(byte[] bytes, HlsScanner scanner) {
        this.bytes = bytes;
        this.scanner = scanner;
    }

    void check(int from, int to) {
        String text = new String(bytes, from, to - from, UTF_8);
        int offset = from;
        boolean control = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == REPLACEMENT && !replacementAt(offset)) {
                scanner.problem(ProblemKind.INVALID_UTF8, offset, offset + 1);
                return;
            }
            if (!control && isControl(c)) {
                scanner.problem(ProblemKind.CONTROL_CHARACTER, offset, offset + width(c));
                control = true;
            }
            offset += width(c);
        }
    }

    private boolean replacementAt(int at) {
        return at + 2 < bytes.length
                && bytes[at] == (byte) 0xef
                && bytes[at + 1] == (byte) 0xbf
                && bytes[at + 2] == (byte) 0xbd;
    }

    private static boolean isControl(char c) {
        return (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
    }

    /** Bytes of a character in UTF-8; each half of a surrogate pair counts two of its four. */
    private static int width(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
