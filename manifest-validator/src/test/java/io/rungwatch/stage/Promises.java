package io.rungwatch.stage;

import io.rungwatch.profile.Expectations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a profile says below `expect`, one thing after the other. */
public final class Promises {
    private Optional<Duration> window = Optional.empty();
    private Optional<Duration> latency = Optional.empty();
    private boolean lowLatency;
    private Optional<Boolean> encrypted = Optional.empty();
    private List<String> systems = List.of();
    private Duration clearLead = Duration.ZERO;
    private Optional<Duration> keyRotation = Optional.empty();
    private Optional<Duration> adInterval = Optional.empty();
    private boolean adsUnmarked;
    private Optional<String> pathHint = Optional.empty();

    public static Promises promises() {
        return new Promises();
    }

    public Promises window(Duration length) {
        window = Optional.of(length);
        return this;
    }

    public Promises latency(Duration behind) {
        latency = Optional.of(behind);
        return this;
    }

    public Promises lowLatency() {
        lowLatency = true;
        return this;
    }

    public Promises encrypted(boolean yes) {
        encrypted = Optional.of(yes);
        return this;
    }

    public Promises systems(List<String> names) {
        systems = names;
        return this;
    }

    public Promises clearLead(Duration length) {
        clearLead = length;
        return this;
    }

    public Promises keyRotation(Duration every) {
        keyRotation = Optional.of(every);
        return this;
    }

    public Promises adInterval(Duration longest) {
        adInterval = Optional.of(longest);
        return this;
    }

    public Promises adsUnmarked() {
        adsUnmarked = true;
        return this;
    }

    public Promises pathHint(String part) {
        pathHint = Optional.of(part);
        return this;
    }

    public Expectations made() {
        return new Expectations(
                window,
                latency,
                lowLatency,
                encrypted,
                systems,
                keyRotation,
                clearLead,
                adInterval,
                adsUnmarked,
                List.of(),
                pathHint,
                Optional.empty(),
                false,
                false);
    }
}
