package io.rungwatch.sample;

import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.HdrHistogram.IntCountsHistogram;

/**
 * How long the samples of one key took, over the last hour. On warm connections only: what a handshake costs is judged apart. A millisecond
 * is the unit, half a minute is as long as forever: 5 KB for each few minutes with samples, 125 KB at most.
 */
public final class Latency {
    private static final Duration WIDTH = Duration.ofSeconds(150);
    private static final int DIGITS = 2;
    private static final long FOREVER = 30_000;
    private static final double NANOS = 1e6;

    private final Ring<IntCountsHistogram> slots =
            new Ring<>(WIDTH, (int) Reach.SLOW.longest().dividedBy(WIDTH), Latency::histogram);
    private final Predicate<Sample> fits;
    private final ToLongFunction<Sample> nanos;

    private Latency(Predicate<Sample> fits, ToLongFunction<Sample> nanos) {
        this.fits = fits;
        this.nanos = nanos;
    }

    /** An edge is judged by what it has: how long a miss takes is a matter of those above it. */
    public static Latency ofFirstByte(Layer.Kind kind) {
        return new Latency(sample -> kind != Layer.Kind.EDGE || sample.verdict().fromStore(), Sample::firstByte);
    }

    /** The newest segment may still be in the making, and then takes its own duration by design. */
    public static Latency ofDownload() {
        return new Latency(Sample::settled, Sample::total);
    }

    public void add(Sample sample) {
        if (sample.warm() && !sample.spoiled() && sample.outcome() == Outcome.GOOD && fits.test(sample)) {
            // Rounded up: just over a limit is over it.
            long millis = (long) Math.ceil(nanos.applyAsLong(sample) / NANOS);
            slots.at(sample.at()).recordValue(Math.clamp(millis, 0, FOREVER));
        }
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
