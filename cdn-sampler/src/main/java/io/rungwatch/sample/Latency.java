package io.rungwatch.sample;

import java.time.Duration;
import java.time.Instant;
import org.HdrHistogram.IntCountsHistogram;

/**
 * How long the samples of one key took, over the last hour. A millisecond
 * is the unit, half a minute is as long as forever: 5 KB for each few minutes with samples, 125 KB at most.
 */
public final class Latency {
    private static final Duration WIDTH = Duration.ofSeconds(150);
    private static final int DIGITS = 2;
    private static final long FOREVER = 30_000;
    private static final double NANOS = 1e6;

    private final Ring<IntCountsHistogram> slots =
            new Ring<>(WIDTH, (int) Reach.SLOW.longest().dividedBy(WIDTH), Latency::histogram);
    private final Measure measure;

    private Latency(Measure measure) {
        this.measure = measure;
    }

    public static Latency ofFirstByte() {
        return new Latency(Measure.ofFirstByte());
    }

    /** Of what is measured elsewhere: see {@link #add(Instant, long)}. */
    public static Latency ofAnything() {
        return new Latency(Measure.NOTHING);
    }

    public static Latency ofDownload() {
        return new Latency(Measure.ofDownload());
    }

    public void add(Sample sample) {
        measure.of(sample).ifPresent(nanos -> add(sample.at(), nanos));
    }

    public void add(Instant at, long nanos) {
        // Rounded up: just over a limit is over it.
        long millis = (long) Math.ceil(nanos / NANOS);
        slots.at(at).recordValue(Math.clamp(millis, 0, FOREVER));
    }

    /** Two slots are the fast window, all of them the slow one. */
    public Spread over(Duration span, Instant now) {
        IntCountsHistogram sum = histogram();
        slots.last(span, now).forEach(sum::add);
        return new Spread(sum);
    }

    private static IntCountsHistogram histogram() {
        return new IntCountsHistogram(FOREVER, DIGITS);
    }
}
