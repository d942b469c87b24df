package io.rungwatch.api;

import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.status.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the probe has looked at everything once, and does what its configuration on disk says. */
public final class Health {
    private record State(Instant since, int channels, List<String> refusal) {}

    private final Status status;
    /** It stays so: a channel that comes later is no reason to send nobody here. */
    private volatile boolean ready;

    private volatile State state = new State(Instant.EPOCH, 0, List.of());

    public Health(Status status) {
        this.status = status;
    }

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

    /** Whether each channel was asked for once, whatever came of it; before, nothing is wrong only because nobody looked. */
    boolean ready() {
        if (!ready) {
            ready = status.channels().stream()
                    .map(ChannelProfile::channel)
                    .noneMatch(channel -> status.places(channel).isEmpty());
        }
        return ready;
    }

    /** A refused change does not make the probe less ready: it goes on with what it has, and says so. */
    Map<String, @Nullable Object> view() {
        State now = state;
        return Json.object(
                "ready",
                ready(),
                "channels",
                now.channels(),
                "configuration",
                Json.object(
                        "inForceSince", now.since(),
                        "lastChange", now.refusal().isEmpty() ? "applied" : "refused",
                        "errors", now.refusal()));
    }
}
