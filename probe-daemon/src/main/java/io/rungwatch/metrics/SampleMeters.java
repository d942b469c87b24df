package io.rungwatch.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.rungwatch.cache.Verdict;
import io.rungwatch.round.Taken;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Sample;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the samples of one layer were, all channels together. */
final class SampleMeters {
    private static final String LIVE_EDGE = "live_edge";

    private final Map<String, Counter> verdicts = new HashMap<>();
    private final Counter cached;
    private final Counter fetched;
    private final Counter spoiled;
    private final Timer hit;
    private final Timer miss;
    private final Timer download;
    private final Availability availability = new Availability();

    SampleMeters(Metrics metrics, String layer) {
        for (Sample.Touch touch : Sample.Touch.values()) {
            row(metrics, layer, Words.of(touch));
        }
        row(metrics, layer, LIVE_EDGE);
        cached = metrics.counter(Metric.SAMPLE_BYTES, layer, "cache");
        fetched = metrics.counter(Metric.SAMPLE_BYTES, layer, "upstream");
        spoiled = metrics.counter(Metric.SAMPLES_VOID, layer);
        hit = metrics.timer(Metric.SAMPLE_FIRST_BYTE, layer, "hit");
        miss = metrics.timer(Metric.SAMPLE_FIRST_BYTE, layer, "miss");
        metrics.gauge(Metric.AVAILABILITY, () -> availability.share(Availability.DAY), layer, "24h");
        metrics.gauge(Metric.AVAILABILITY, () -> availability.share(Availability.MONTH), layer, "30d");
        download = metrics.timer(Metric.SAMPLE_DOWNLOAD, layer);
    }

    private void row(Metrics metrics, String layer, String touch) {
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(touch + verdict, metrics.counter(Metric.VERDICTS, layer, touch, verdict.word()));
        }
    }

    /** Too new for viewers to have fetched it: whether it is a hit says nothing of the cache. */
    private static String touch(Sample sample) {
        boolean fair = sample.touch() == Sample.Touch.COMPARE || sample.settled();
        return fair ? Words.of(sample.touch()) : LIVE_EDGE;
    }

    void accept(Taken taken) {
        Sample sample = taken.sample();
        if (sample.spoiled()) {
            spoiled.increment();
            return;
        }
        availability.add(sample.at(), sample.outcome() == Outcome.GOOD);
        if (sample.outcome() != Outcome.GOOD) {
            return;
        }
        Counter verdict = verdicts.get(touch(sample) + sample.verdict());
        if (verdict != null) {
            verdict.increment();
        }
        boolean stored = sample.verdict().fromStore();
        (stored ? cached : fetched).increment((double) sample.bytes());
        if (sample.warm()) {
            (stored ? hit : miss).record(sample.firstByte(), TimeUnit.NANOSECONDS);
        }
        download.record(sample.total(), TimeUnit.NANOSECONDS);
    }
}
