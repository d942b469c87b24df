package io.rungwatch.config;

import java.nio.file.Path;

/** A place in a file; lines and columns count from 1. */
record Spot(Path file, int line, int column) {
    static Spot top(Path file) {
        return new Spot(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
