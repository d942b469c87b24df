package io.rungwatch.access;

/** Who asks, as far as it was proven. */
public record Caller(String who, Role may) {

    public boolean may(Role wanted) {
        return may.covers(wanted);
    }
}
