package io.rungwatch.profile;

import io.rungwatch.check.Severity;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a profile changes about one check. The threshold is in the unit that the check declares. */
public record CheckSetting(boolean on, Optional<Severity> severity, OptionalDouble threshold) {
    public static final CheckSetting OFF = new CheckSetting(false, Optional.empty(), OptionalDouble.empty());
}
