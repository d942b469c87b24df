package io.rungwatch.duty;

import io.rungwatch.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nobody is told of what matches until then; what still fires after that is told. */
public record Silence(String id, Match match, Instant from, Instant until, String reason, String by) {

    boolean covers(Fault fault, Instant at) {
        return at.isBefore(until) && match.covers(fault);
    }

    public Map<String, @Nullable Object> view() {
        return Json.object("id", id, "match", match.view(), "from", from, "until", until, "reason", reason, "by", by);
    }
}
