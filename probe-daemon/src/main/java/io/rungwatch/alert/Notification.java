package io.rungwatch.alert;

/** What the outside is told. Each raise has exactly one clear with the same alert id; changes come in between. */
public record Notification(Kind kind, Alert alert) {
    public enum Kind {
        RAISED,
        CHANGED,
        CLEARED
    }
}
