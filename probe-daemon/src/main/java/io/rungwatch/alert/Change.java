package io.rungwatch.alert;

/** What becomes of a channel's own alert. Each raise has exactly one clear with the same alert id; changes come in between. */
public record Change(Kind kind, Alert alert) {
    public enum Kind {
        RAISED,
        CHANGED,
        CLEARED
    }
}
