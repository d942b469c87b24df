package io.rungwatch.sample;

import io.rungwatch.cache.Verdict;
import io.rungwatch.profile.Layer;
import java.time.Instant;

/** Samples to write tests with: a settled segment, a first touch, a hit in 20 ms on a warm connection, unless said otherwise. */
final class Taken {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MILLI = 1_000_000;

    private Taken() {}

    static Sample at(double second) {
        return at(second, Sample.Touch.FIRST, true, Verdict.HIT);
    }

    static Sample at(double second, Sample.Touch touch, boolean settled, Verdict verdict) {
        return new Sample(
                time(second),
                Sample.Kind.SEGMENT,
                touch,
                settled,
                Outcome.GOOD,
                verdict,
                20 * MILLI,
                Sample.own(Layer.Kind.EDGE, verdict, 20 * MILLI),
                200 * MILLI,
                1_000_000,
                true,
                false);
    }

    static Sample ended(double second, Outcome outcome) {
        return with(at(second), outcome, 20, true, false);
    }

    static Sample took(double second, long millis, Verdict verdict) {
        return with(at(second, Sample.Touch.FIRST, true, verdict), Outcome.GOOD, millis, true, false);
    }

    static Sample cold(Sample sample) {
        return with(sample, sample.outcome(), sample.firstByte() / MILLI, false, sample.spoiled());
    }

    static Sample spoiled(Sample sample) {
        return with(sample, sample.outcome(), sample.firstByte() / MILLI, sample.warm(), true);
    }

    private static Sample with(Sample of, Outcome outcome, long millis, boolean warm, boolean spoiled) {
        return new Sample(
                of.at(),
                of.object(),
                of.touch(),
                of.settled(),
                outcome,
                of.verdict(),
                millis * MILLI,
                Sample.own(Layer.Kind.EDGE, of.verdict(), millis * MILLI),
                10 * millis * MILLI,
                of.bytes(),
                warm,
                spoiled);
    }

    static Instant time(double second) {
        return NOON.plusMillis((long) (second * 1000));
    }
}
