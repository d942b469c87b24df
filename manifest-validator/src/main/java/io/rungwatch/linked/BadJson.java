package io.rungwatch.linked;

/** A text that is no JSON, or more of it than anybody needs. The message says what, and where. */
public final class BadJson extends Exception {
    private static final long serialVersionUID = 1;

    BadJson(String what, int at) {
        super(what + " at character " + (at + 1));
    }
}
