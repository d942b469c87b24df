package io.rungwatch.structured;

import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What stands behind the semicolons, in order. Asked for a type that it is not, a parameter is absent: the sender was wrong, not we. */
public record Params(Map<String, Bare> byName) {
    public static final Params NONE = new Params(Map.of());

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public Optional<Bare> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A flag that is there and not `?0`. */
    public boolean isTrue(String name) {
        return byName.get(name) instanceof Bare.Flag flag && flag.value();
    }

    /** Some senders quote what should be a token, others do not quote what should be a string. */
    public Optional<String> word(String name) {
        Bare value = byName.get(name);
        return value instanceof Bare.Token || value instanceof Bare.Text ? Optional.of(value.text()) : Optional.empty();
    }

    /** Below zero, however little: -0 too. */
    public boolean isNegative(String name) {
        return byName.get(name) instanceof Bare.Whole whole && whole.minus()
                || byName.get(name) instanceof Bare.Decimal decimal
                        && decimal.value().signum() < 0;
    }

    public OptionalLong number(String name) {
        Bare value = byName.get(name);
        if (value instanceof Bare.Whole whole) {
            return OptionalLong.of(whole.value());
        }
        return value instanceof Bare.Decimal decimal
                ? OptionalLong.of(
                        decimal.value().setScale(0, RoundingMode.FLOOR).longValue())
                : OptionalLong.empty();
    }
}
