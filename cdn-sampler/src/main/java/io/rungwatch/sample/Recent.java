package io.rungwatch.sample;

import java.time.Duration;
import java.util.Arrays;

/** How long a channel's own last samples took: few, but its own. */
public final class Recent {
    private static final int LAST = 32;

    private final long[] nanos = new long[LAST];
    private final Measure measure;
    private int count;

    /** All zero before the first sample. */
    public record Summary(Duration median, Duration p95, Duration slowest) {}

    public Recent(Measure measure) {
        this.measure = measure;
    }

    public void add(Sample sample) {
        measure.of(sample).ifPresent(took -> nanos[count++ % LAST] = took);
    }

    public Summary summary() {
        long[] sorted = Arrays.copyOf(nanos, Math.min(count, LAST));
        Arrays.sort(sorted);
        return new Summary(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    private static Duration at(long[] sorted, double share) {
        return sorted.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }
}
