package io.rungwatch.dash;

import java.util.Arrays;

/** Walks over markup, byte by byte. Knows what XML allows; knows nothing of what it means. */
final class XmlCursor {
    static final int MOST_ATTRIBUTES = 200;

    private static final int LONGEST_VALUE = 64 << 10;
    private static final boolean[] NAME = new boolean[256];

    static {
        Arrays.fill(NAME, 0x80, 256, true);
        for (char c : "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:-.".toCharArray()) {
            NAME[c] = true;
        }
    }

    final byte[] b;
    int at;

    /** Of the tag that was read last: name and value of each attribute as offsets, four numbers per attribute. */
    int[] attributes = new int[4 * 16];

    int attributeCount;
    boolean emptyTag;

    XmlCursor(byte[] body, int from) {
        b = body;
        at = from;
    }

    boolean atEnd() {
        return at >= b.length;
    }

    boolean looksAt(String text) {
        if (b.length - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (b[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether there were any. Like all loops here it counts in a local: a field would be written for each byte. */
    boolean skipBlanks() {
        byte[] bytes = b;
        int i = at;
        while (i < bytes.length && isBlank(bytes[i])) {
            i++;
        }
        boolean any = i > at;
        at = i;
        return any;
    }

    /** Behind the next occurrence of `end`; its own offset is returned. */
    int skipPast(String end) throws Broken {
        for (; at < b.length; at++) {
            if (b[at] == end.charAt(0) && looksAt(end)) {
                int found = at;
                at += end.length();
                return found;
            }
            allowed(b[at]);
        }
        throw new Broken(ProblemKind.TRUNCATED, "no " + end);
    }

    void skipComment() throws Broken {
        at += 4;
        int end = skipPast("--");
        if (atEnd()) {
            throw new Broken(ProblemKind.TRUNCATED, "no -->");
        }
        if (b[at++] != '>') {
            at = end;
            throw new Broken(ProblemKind.SYNTAX, "-- inside a comment");
        }
    }

    /** A name begins here; its end is returned. */
    int nameEnd() throws Broken {
        byte[] bytes = b;
        int i = at;
        while (i < bytes.length && NAME[bytes[i] & 0xff]) {
            i++;
        }
        if (i == bytes.length) {
            throw new Broken(ProblemKind.TRUNCATED, "inside a tag");
        }
        byte first = b[at];
        if (i == at || first == '-' || first == '.' || (first >= '0' && first <= '9')) {
            throw new Broken(ProblemKind.SYNTAX, "not a name");
        }
        return i;
    }

    /** The cursor stands behind a tag's name and ends behind its bracket. */
    void readAttributes() throws Broken {
        attributeCount = 0;
        while (true) {
            boolean blank = skipBlanks();
            byte c = need();
            if (c == '>') {
                at++;
                emptyTag = false;
                return;
            }
            if (c == '/') {
                at++;
                expect('>');
                emptyTag = true;
                return;
            }
            if (!blank) {
                throw new Broken(ProblemKind.SYNTAX, "no blank before an attribute");
            }
            readAttribute();
        }
    }

    private void readAttribute() throws Broken {
        int from = at;
        int end = nameEnd();
        at = end;
        if (b[at] != '=') {
            skipBlanks();
            expect('=');
            skipBlanks();
        } else {
            at++;
        }
        byte quote = need();
        if (isBlank(quote)) {
            skipBlanks();
            quote = need();
        }
        if (quote != '"' && quote != '\'') {
            throw new Broken(ProblemKind.SYNTAX, "attribute value without quotes");
        }
        int value = ++at;
        int valueEnd = valueEnd(quote);
        if (valueEnd - value > LONGEST_VALUE) {
            throw new Broken(ProblemKind.TOO_LONG, "attribute of " + (valueEnd - value) + " bytes");
        }
        keep(from, end, value, valueEnd);
        at = valueEnd + 1;
    }

    private int valueEnd(byte quote) throws Broken {
        byte[] bytes = b;
        int i = at;
        while (i < bytes.length && bytes[i] != quote) {
            byte c = bytes[i];
            if (c == '<' || (c < ' ' && c >= 0 && !isBlank(c))) {
                at = i;
                throw new Broken(ProblemKind.SYNTAX, c == '<' ? "< in an attribute value" : "control character " + c);
            }
            i++;
        }
        if (i == bytes.length) {
            at = i;
            need();
        }
        return i;
    }

    private void keep(int from, int end, int value, int valueEnd) throws Broken {
        if (attributeCount == MOST_ATTRIBUTES) {
            throw new Broken(ProblemKind.TOO_MANY_ATTRIBUTES, "");
        }
        int i = attributeCount++ * 4;
        if (i == attributes.length) {
            attributes = Arrays.copyOf(attributes, i * 2);
        }
        attributes[i] = from;
        attributes[i + 1] = end;
        attributes[i + 2] = value;
        attributes[i + 3] = valueEnd;
        for (int k = 0; k < i; k += 4) {
            if (b[from] == b[attributes[k]]
                    && end - from == attributes[k + 1] - attributes[k]
                    && Arrays.equals(b, from, end, b, attributes[k], attributes[k + 1])) {
                at = from;
                throw new Broken(ProblemKind.DUPLICATE_ATTRIBUTE, Problems.shown(latin(from, end)));
            }
        }
    }

    void expect(char wanted) throws Broken {
        if (need() != wanted) {
            throw new Broken(ProblemKind.SYNTAX, "no " + wanted + " where one belongs");
        }
        at++;
    }

    byte need() throws Broken {
        if (at >= b.length) {
            throw new Broken(ProblemKind.TRUNCATED, "inside a tag");
        }
        return b[at];
    }

    void allowed(byte c) throws Broken {
        if (c >= 0 && c < ' ' && !isBlank(c)) {
            throw new Broken(ProblemKind.SYNTAX, "control character " + c);
        }
    }

    String latin(int from, int to) {
        return new String(b, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
    }

    static boolean isBlank(byte c) {
        return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r');
    }
}
