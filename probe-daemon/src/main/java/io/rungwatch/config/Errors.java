package io.rungwatch.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that is wrong, so that one look shows it all. What fifty channels inherit from one bad line is told once, and the main file
 * comes first: the rest often follows from it.
 */
final class Errors {
    static final int MOST = 1000;

    private final Path main;
    private final Set<ConfigError> errors = new LinkedHashSet<>();

    Errors(Path main) {
        this.main = main;
    }

    void add(Spot spot, String message) {
        if (errors.size() < MOST) {
            errors.add(new ConfigError(spot.file(), spot.line(), spot.column(), message));
        }
    }

    int count() {
        return errors.size();
    }

    boolean none() {
        return errors.isEmpty();
    }

    List<ConfigError> sorted() {
        return errors.stream()
                .sorted(Comparator.<ConfigError, Boolean>comparing(
                                error -> !error.file().equals(main))
                        .thenComparing(ConfigError::file)
                        .thenComparingInt(ConfigError::line)
                        .thenComparingInt(ConfigError::column))
                .toList();
    }
}
