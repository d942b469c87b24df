package io.rungwatch.bench.live;

import java.time.Duration;
import java.time.Instant;

/**
 * How the daemon began, from the start of its process on, as the simulator saw it.
 *
 * @param allChannels until each channel had been asked once
 * @param burst the fullest half second of the first round beside an ordinary one
 */
record Startup(Duration firstPoll, Duration allChannels, double burst) {
    static Startup of(Instant started, Arrivals.Counted seen, Workload workload) {
        return new Startup(
                Duration.between(started, Instant.ofEpochMilli(seen.first())),
                Duration.between(started, Instant.ofEpochMilli(seen.last())),
                seen.burst(workload.pollsPerSecond()));
    }
}
