package io.rungwatch.duty;

import java.time.Duration;

/** What is raised so many times within a while is told as one that comes and goes, until it has been calm for long enough. */
public record Flapping(int times, Duration within, Duration calm) {
    public static final Flapping USUAL = new Flapping(3, Duration.ofMinutes(30), Duration.ofMinutes(10));
}
