package io.rungwatch.metrics;

import io.micrometer.core.instrument.Meter;
import io.rungwatch.duty.Duty;
import io.rungwatch.duty.Notice;
import io.rungwatch.json.Json;
import io.rungwatch.outbox.Courier;
import io.rungwatch.outbox.Outbox;
import io.rungwatch.store.StoreFigures;
import java.util.ArrayList;
import java.util.List;

/** What becomes of alerts after they were raised, and of the history. Receivers come and go with the configuration. */
public final class TellingMeters {
    private final Metrics metrics;
    private final Outbox outbox;
    private final List<Meter> ofReceivers = new ArrayList<>();

    public TellingMeters(Metrics metrics, Duty duty, Outbox outbox) {
        this.metrics = metrics;
        this.outbox = outbox;
        metrics.counting(Metric.NOTIFICATIONS_LOST, outbox, Outbox::lost);
        for (var severity : Metrics.ALERTING) {
            for (Notice.State state : List.of(Notice.State.FIRING, Notice.State.ACKNOWLEDGED, Notice.State.SILENCED)) {
                metrics.gauge(
                        Metric.OPEN_ALERTS,
                        () -> duty.open().stream()
                                .filter(notice -> notice.state() == state
                                        && notice.fault().severity() == severity)
                                .count(),
                        severity.word(),
                        Json.word(state));
            }
        }
    }

    /** From now on these. */
    public synchronized void receivers(List<Courier> couriers) {
        metrics.remove(ofReceivers);
        ofReceivers.clear();
        for (Courier courier : couriers) {
            String name = courier.name();
            ofReceivers.add(metrics.counted(Metric.NOTIFICATIONS, courier, Courier::delivered, name, "delivered"));
            ofReceivers.add(metrics.counted(Metric.NOTIFICATIONS, courier, Courier::failed, name, "failed"));
            ofReceivers.add(metrics.counted(Metric.NOTIFICATIONS, courier, Courier::refused, name, "refused"));
            ofReceivers.add(metrics.register(Metric.NOTIFICATIONS_WAITING, () -> outbox.waiting(name), name));
        }
    }

    public void history(StoreFigures store) {
        metrics.gauge(Metric.STORE_UP, () -> store.up() ? 1 : 0);
        metrics.counting(Metric.STORE_WRITTEN, store, StoreFigures::rowsWritten);
        metrics.counting(Metric.STORE_DROPPED, store, StoreFigures::rowsDropped);
        metrics.counting(Metric.STORE_FAILED, store, StoreFigures::batchesFailed);
        metrics.gauge(Metric.STORE_QUEUED, store::queued);
        metrics.gauge(Metric.STORE_SUCCESS, () -> store.lastSuccess().toEpochMilli() / 1e3);
    }
}
