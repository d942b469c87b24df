package io.rungwatch.structured;

/** A place in the text. Reading past the end gives a character that is nothing. */
final class Cursor {
    private static final char NOTHING = 0;

    private final String text;
    private int next;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return next >= text.length();
    }

    /** Counted from 1. */
    int at() {
        return next + 1;
    }

    char peek() {
        return atEnd() ? NOTHING : text.charAt(next);
    }

    char take() throws BadField {
        if (atEnd()) {
            throw bad("ends too early");
        }
        return text.charAt(next++);
    }

    boolean takeIf(char wanted) {
        boolean found = !atEnd() && text.charAt(next) == wanted;
        next += found ? 1 : 0;
        return found;
    }

    void expect(char wanted) throws BadField {
        if (!takeIf(wanted)) {
            throw bad("'" + wanted + "' expected");
        }
    }

    void skipSpaces() {
        while (takeIf(' ')) {}
    }

    /** Between the members of lists tabs are allowed too: proxies join lines with them. */
    void skipBlanks() {
        while (takeIf(' ') || takeIf('\t')) {}
    }

    /** From a place of {@link #at} to here. */
    String since(int at) {
        return text.substring(at - 1, next);
    }

    BadField bad(String why) {
        return new BadField(at(), why);
    }
}
