package io.rungwatch.alert;

/**
 * What the outside is told. Each raise has exactly one end with the same id, and changes come in between. MERGED ends an alert that goes
 * on in a group: the group's raise came just before and lists it; should the group end first, the alert is raised again.
 */
public record Notification(Kind kind, Incident incident) {
    public enum Kind {
        RAISED,
        CHANGED,
        MERGED,
        CLEARED
    }
}
