package io.rungwatch.duty;

import io.rungwatch.json.Json;
import java.time.Instant;

/**
 * What somebody is told. Whoever it is, the first that they hear of a notice is RAISED and the last CLEARED or MERGED; the rest comes in
 * between. MERGED ends one that goes on in a group, whose own raise came before.
 */
public record Message(Kind kind, Instant at, Notice notice) {
    public enum Kind {
        RAISED,
        CHANGED,
        ACKNOWLEDGED,
        ESCALATED,
        MERGED,
        CLEARED;

        public String word() {
            return Json.word(this);
        }

        public boolean ends() {
            return this == MERGED || this == CLEARED;
        }
    }
}
