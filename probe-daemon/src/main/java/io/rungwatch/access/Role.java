package io.rungwatch.access;

import io.rungwatch.json.Json;

/** What somebody may do: each role may what the one before it may. */
public enum Role {
    /** Metrics, alerts, evidence, the page. */
    READ,
    /** Acknowledge, silence, have a URL checked. */
    OPERATE;

    public String word() {
        return Json.word(this);
    }

    boolean covers(Role wanted) {
        return compareTo(wanted) >= 0;
    }
}
