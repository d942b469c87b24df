package io.rungwatch.notify;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import io.rungwatch.json.Json;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a Prometheus Alertmanager. Its alerts end by themselves unless they are repeated, which each beat does: when the probe dies, what
 * it told does not stay for ever, and its watchdog falls silent.
 *
 * <p>To an Alertmanager an alert is its labels, and some of them may change during a fault (see {@link AlertmanagerAlert#labels}): what was
 * told under the old ones is resolved then. After a restart of the probe nobody remembers those, and they end by themselves.
 */
public final class AlertmanagerNotifier implements Notifier {
    /** Beats that may get lost before an alert ends by itself. */
    private static final int BEATS = 3;

    private final Receiver receiver;
    private final Map<String, String> headers;
    private final String probe;
    private final Duration lasts;
    private final InstantSource clock;
    private final Links links;
    private final Map<String, AlertmanagerAlert> told = new HashMap<>();

    /**
     * @param probe which of several: each has a watchdog of its own
     * @param heartbeat how often `beat` is called
     */
    public AlertmanagerNotifier(
            Vertx vertx,
            AlertmanagerSettings settings,
            String probe,
            Duration heartbeat,
            InstantSource clock,
            Links links) {
        this.receiver = new Receiver(vertx, settings.alerts(), settings.timeout(), settings.secrets());
        this.headers = settings.authorization()
                .map(value -> Map.of("Authorization", value))
                .orElse(Map.of());
        this.probe = probe;
        this.lasts = heartbeat.multipliedBy(BEATS);
        this.clock = clock;
        this.links = links;
    }

    @Override
    public void deliver(Message message) throws Undelivered, InterruptedException {
        Notice notice = message.notice();
        AlertmanagerAlert now = AlertmanagerAlert.of(notice, links);
        AlertmanagerAlert before = told.getOrDefault(notice.id(), now);
        List<Object> alerts = new ArrayList<>();
        if (!before.labels().equals(now.labels())) {
            alerts.add(before.until(message.at()));
        }
        Instant ended = notice.clearedAt().orElse(message.at());
        alerts.add(now.until(message.kind().ends() ? ended : soon()));
        post(alerts);
        if (message.kind().ends()) {
            told.remove(notice.id());
        } else {
            told.put(notice.id(), now);
        }
    }

    /** Everything that fires once more, and that the probe lives. */
    @Override
    public boolean beat(Heartbeat heartbeat) throws Undelivered, InterruptedException {
        Map<String, AlertmanagerAlert> open = new HashMap<>();
        heartbeat.open().forEach(notice -> open.put(notice.id(), AlertmanagerAlert.of(notice, links)));
        List<Object> alerts = new ArrayList<>();
        told.forEach((id, before) -> {
            AlertmanagerAlert now = open.get(id);
            if (now == null || !now.labels().equals(before.labels())) {
                alerts.add(before.until(heartbeat.at()));
            }
        });
        open.values().forEach(alert -> alerts.add(alert.until(soon())));
        alerts.add(AlertmanagerAlert.watchdog(probe, heartbeat).until(soon()));
        post(alerts);
        told.clear();
        told.putAll(open);
        return true;
    }

    /** By the clock, not by the message: one that waited for an outage to end must not have ended meanwhile. */
    private Instant soon() {
        return clock.instant().plus(lasts);
    }

    private void post(List<Object> alerts) throws Undelivered, InterruptedException {
        receiver.post(Json.write(alerts), headers);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
