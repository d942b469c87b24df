package io.rungwatch.simulator.stream;

import java.time.Duration;

/** A segment is listed this long after its last frame: the same for all, plus up to `jitter` more by chance. */
public record Publication(Duration latency, Duration jitter) {
    public static final Publication PROMPT = new Publication(Duration.ofMillis(400), Duration.ZERO);
}
