package io.rungwatch.dash;

/** One oddity of the text: line and column count from 1, the column in bytes; `text` is what was found, made printable and cut. */
public record Problem(ProblemKind kind, int line, int column, String text) {
    public boolean hard() {
        return kind.hard();
    }
}
