package io.rungwatch.structured;

import java.math.BigDecimal;
import java.time.Instant;

/** One value by itself, of one of the types that RFC 9651 knows. */
public sealed interface Bare {
    /** As a person would write it, without the quotes and marks of the wire. */
    String text();

    record Token(String text) implements Bare {}

    /** A String, or a Display String with its percent signs undone: for a reader they are the same. */
    record Text(String text) implements Bare {}

    /**
     * An Integer.
     *
     * @param minus whether it was written with one: a cache that cuts off fractions says -0 of a life that is just over
     */
    record Whole(long value, boolean minus) implements Bare {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    record Decimal(BigDecimal value) implements Bare {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    record Flag(boolean value) implements Bare {
        @Override
        public String text() {
            return value ? "true" : "false";
        }
    }

    /** Kept in Base64: nobody here looks inside. */
    record Bytes(String text) implements Bare {}

    record Date(long seconds) implements Bare {
        @Override
        public String text() {
            return Instant.ofEpochSecond(seconds).toString();
        }
    }
}
