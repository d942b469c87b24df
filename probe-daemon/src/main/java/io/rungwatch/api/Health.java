package io.rungwatch.api;

import io.rungwatch.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the probe does what its configuration on disk says. */
public final class Health {
    private record State(Instant since, int channels, List<String> refusal) {}

    private volatile State state = new State(Instant.EPOCH, 0, List.of());

    public void applied(Instant at, int channels) {
        state = new State(at, channels, List.of());
    }

    public void refused(List<String> errors) {
        state = new State(state.since(), state.channels(), List.copyOf(errors));
    }

    public Optional<List<String>> refusal() {
        List<String> errors = state.refusal();
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
    }

    public Instant since() {
        return state.since();
    }

    /** A refused change does not make the probe less ready: it goes on with what it has, and says so. */
    Map<String, @Nullable Object> view() {
        State now = state;
        return Json.object(
                "ready",
                true,
                "channels",
                now.channels(),
                "configuration",
                Json.object(
                        "inForceSince", now.since(),
                        "lastChange", now.refusal().isEmpty() ? "applied" : "refused",
                        "errors", now.refusal()));
    }
}
