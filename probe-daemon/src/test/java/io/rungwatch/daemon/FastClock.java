package io.rungwatch.daemon;

import java.time.Instant;
import java.time.InstantSource;

/** Real sockets, hurried television: an hour of it passes in a few minutes. */
public final class FastClock implements InstantSource {
    private final Instant start = Instant.parse("2026-03-01T00:00:00Z");
    private final long from = System.nanoTime();
    private final int times;

    public FastClock(int times) {
        this.times = times;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos());
    }

    public long nanos() {
        return (System.nanoTime() - from) * times;
    }
}
