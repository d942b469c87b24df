package io.rungwatch.dash;

/** Ends the reading of the text; never leaves {@link XmlReader}. */
final class Broken extends Exception {
    final ProblemKind kind;

    Broken(ProblemKind kind, String text) {
        super(text, null, false, false);
        this.kind = kind;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
