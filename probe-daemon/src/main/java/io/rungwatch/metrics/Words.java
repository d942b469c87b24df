package io.rungwatch.metrics;

import java.util.Locale;

/** Enums as labels. */
final class Words {
    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
