package io.rungwatch.config;

import java.nio.file.Path;

/** One thing wrong with a configuration: where it stands, what was found there and what to do. Lines and columns count from 1. */
public record ConfigError(Path file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
