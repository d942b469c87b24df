package io.rungwatch.outbox;

import java.time.Duration;

/** How long to wait after so many failures: twice as long each time, up to the longest. */
public record Backoff(Duration first, Duration longest) {
    public static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    long millis(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, 20);
        return Math.min(doubled, longest.toMillis());
    }
}
