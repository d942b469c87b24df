package io.rungwatch.metrics;

import io.micrometer.core.instrument.Timer;
import io.rungwatch.exchange.Timing;
import java.util.concurrent.TimeUnit;

/** Latency by phase of one layer, all channels together. */
final class FetchMeters {
    private final Timer dns;
    private final Timer connect;
    private final Timer tls;
    private final Timer firstByte;
    private final Timer total;

    FetchMeters(Metrics metrics, String layer) {
        dns = metrics.timer(Metric.FETCH, layer, "dns");
        connect = metrics.timer(Metric.FETCH, layer, "connect");
        tls = metrics.timer(Metric.FETCH, layer, "tls");
        firstByte = metrics.timer(Metric.FETCH, layer, "first_byte");
        total = metrics.timer(Metric.FETCH, layer, "total");
    }

    void accept(Timing timing) {
        if (!timing.reused()) {
            dns.record(timing.dns(), TimeUnit.NANOSECONDS);
            connect.record(timing.connect(), TimeUnit.NANOSECONDS);
            if (timing.tls() > 0) {
                tls.record(timing.tls(), TimeUnit.NANOSECONDS);
            }
        }
        if (timing.firstByte() > 0) {
            firstByte.record(timing.firstByte(), TimeUnit.NANOSECONDS);
        }
        total.record(timing.total(), TimeUnit.NANOSECONDS);
    }
}
