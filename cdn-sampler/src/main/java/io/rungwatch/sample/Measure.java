package io.rungwatch.sample;

import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** How long something took, of those samples of which it can be told: on warm connections only, for a handshake is judged apart. */
public final class Measure {
    static final Measure NOTHING = new Measure(sample -> false, sample -> 0);

    private final Predicate<Sample> fits;
    private final ToLongFunction<Sample> nanos;

    private Measure(Predicate<Sample> fits, ToLongFunction<Sample> nanos) {
        this.fits = fits;
        this.nanos = nanos;
    }

    /** Nobody is judged by how long those above it take. */
    public static Measure ofFirstByte() {
        return new Measure(sample -> sample.own() != Sample.NOBODY_KNOWS, Sample::own);
    }

    /** The newest segment may still be in the making, and then takes its own duration by design. */
    public static Measure ofDownload() {
        return new Measure(Sample::settled, Sample::total);
    }

    /** In nanoseconds. */
    public OptionalLong of(Sample sample) {
        boolean told = sample.warm() && !sample.spoiled() && sample.outcome() == Outcome.GOOD && fits.test(sample);
        return told ? OptionalLong.of(nanos.applyAsLong(sample)) : OptionalLong.empty();
    }
}
