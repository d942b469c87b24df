package io.rungwatch.dash;

/** Where in the text something begins. The line is counted when somebody asks: most of what a manifest says, nobody complains of. */
public record Place(Lines lines, int offset) {
    public int line() {
        return lines.line(offset);
    }

    public int column() {
        return lines.column(offset);
    }

    @Override
    public String toString() {
        return "line " + line();
    }
}
