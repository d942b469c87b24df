package io.rungwatch.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rungwatch.round.Taken;

/** What the first layer gives of one rendition. */
final class RenditionMeters {
    private final Meter durationMeter;
    private final Meter bitrateMeter;
    private volatile double duration = Double.NaN;
    private volatile double bitrate = Double.NaN;

    RenditionMeters(Metrics metrics, String channel, String rendition) {
        durationMeter = metrics.register(Metric.SEGMENT_DURATION, () -> duration, channel, rendition);
        bitrateMeter = metrics.register(Metric.RENDITION_BITRATE, () -> bitrate, channel, rendition);
    }

    void lasts(long nanos) {
        duration = nanos / 1e9;
    }

    void accept(Taken taken) {
        long nanos = taken.segment().listed().duration();
        if (taken.good() && nanos > 0) {
            lasts(nanos);
            bitrate = taken.sample().bytes() * 8 / (nanos / 1e9);
        }
    }

    void remove(MeterRegistry registry) {
        registry.remove(durationMeter);
        registry.remove(bitrateMeter);
    }
}
