package io.rungwatch.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.rungwatch.round.Rates;
import io.rungwatch.round.Taken;
import io.rungwatch.sample.Counts;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Proportion;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one layer gives to one channel. */
final class LayerMeters {
    /** The others are kinds of a client's errors here: there is a series of each for every channel and layer. */
    private static final List<Outcome> TOLD = List.of(Outcome.GOOD, Outcome.SERVER_ERROR, Outcome.FAILED);

    private final Map<Outcome, Counter> samples = new EnumMap<>(Outcome.class);
    private final Counter refused;
    private final Counter listed;
    private volatile double hitRatio = Double.NaN;
    private volatile double median = Double.NaN;
    private volatile double p95 = Double.NaN;
    private volatile double lag = Double.NaN;

    LayerMeters(Metrics metrics, String channel, String layer, boolean cache, List<Meter> made) {
        for (Outcome outcome : TOLD) {
            samples.put(outcome, counter(metrics, channel, layer, outcome, made));
        }
        refused = counter(metrics, channel, layer, Outcome.CLIENT_ERROR, made);
        listed = metrics.counter(Metric.SEGMENTS, channel, layer);
        made.add(listed);
        if (cache) {
            made.add(metrics.register(Metric.HIT_RATIO, () -> hitRatio, channel, layer));
        }
        made.add(metrics.register(Metric.LAG_SEGMENTS, () -> lag, channel, layer));
        made.add(metrics.register(Metric.FIRST_BYTE, () -> median, channel, layer, "0.5"));
        made.add(metrics.register(Metric.FIRST_BYTE, () -> p95, channel, layer, "0.95"));
    }

    private static Counter counter(Metrics metrics, String channel, String layer, Outcome outcome, List<Meter> made) {
        Counter counter = metrics.counter(Metric.SAMPLES, channel, layer, Words.of(outcome));
        made.add(counter);
        return counter;
    }

    void listed(long segments) {
        listed.increment((double) segments);
    }

    /** How many segments it is behind the first layer. */
    void behind(long segments) {
        lag = segments;
    }

    void accept(Taken taken) {
        if (!taken.sample().spoiled()) {
            Counter counter = samples.getOrDefault(taken.sample().outcome(), refused);
            counter.increment();
        }
    }

    void accept(Rates rates) {
        hitRatio = rates.channel()
                .hits(Counts.Row.FIRST_TOUCH, rates.revalidatedIsHit())
                .filter(hits -> hits.n() > 0)
                .map(Proportion::share)
                .orElse(Double.NaN);
        median = seconds(rates.firstByte().own().median());
        p95 = seconds(rates.firstByte().own().p95());
    }

    /** Nothing has been measured yet. */
    private static double seconds(Duration duration) {
        return duration.isZero() ? Double.NaN : duration.toNanos() / 1e9;
    }
}
