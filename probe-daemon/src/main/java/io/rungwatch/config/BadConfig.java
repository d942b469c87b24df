package io.rungwatch.config;

import java.util.List;
import java.util.stream.Collectors;

/** For a command that cannot go on; the message is every error, one per line. */
public final class BadConfig extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadConfig(List<ConfigError> errors) {
        super(errors.stream().map(ConfigError::toString).collect(Collectors.joining("\n")));
    }
}
