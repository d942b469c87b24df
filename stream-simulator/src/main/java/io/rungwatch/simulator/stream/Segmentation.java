package io.rungwatch.simulator.stream;

import java.time.Duration;

/**
 * How the packager cuts.
 *
 * @param jitter cuts wander by this share of the duration, as key frames do; 0.05 gives 5.7 to 6.3 s of 6 s
 * @param window segments in a live playlist
 */
public record Segmentation(Duration duration, double jitter, int window, Container container) {
    public Segmentation {
        if (duration.toMillis() < 200) {
            throw new IllegalArgumentException("segments below 200 ms are not cut here: " + duration);
        }
        if (jitter < 0 || jitter > 0.2) {
            throw new IllegalArgumentException("a jitter of 0 to 0.2 stays legal, not " + jitter);
        }
        if (window * duration.toMillis() * (1 - jitter) < 3000L * targetDuration(duration, jitter)) {
            throw new IllegalArgumentException("a window of " + window + " segments is below three target durations");
        }
    }

    public static Segmentation of(Duration duration) {
        return new Segmentation(duration, 0, 6, Container.TS);
    }

    public Segmentation withJitter(double share) {
        return new Segmentation(duration, share, window, container);
    }

    public Segmentation withWindow(int segments) {
        return new Segmentation(duration, jitter, segments, container);
    }

    public Segmentation withContainer(Container other) {
        return new Segmentation(duration, jitter, window, other);
    }

    /** The longest segment, rounded to the nearest second: what EXT-X-TARGETDURATION has to say. */
    public int targetDuration() {
        return targetDuration(duration, jitter);
    }

    private static int targetDuration(Duration duration, double jitter) {
        return (int) Math.max(1, (Math.ceil(duration.toMillis() * (1 + jitter)) + 500) / 1000);
    }
}
