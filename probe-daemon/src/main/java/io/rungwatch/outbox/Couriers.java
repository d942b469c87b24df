package io.rungwatch.outbox;

import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.NotifierSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One courier for each receiver, as the configuration has them. */
public final class Couriers implements AutoCloseable {
    private record Posted(NotifierSettings settings, Duration heartbeat, Courier courier) {}

    private final Outbox outbox;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Function<String, Heartbeat> heartbeat;
    private final Map<String, Posted> posted = new LinkedHashMap<>();

    /** @param heartbeat by the name of the receiver */
    public Couriers(Outbox outbox, InstantSource clock, Backoff backoff, Function<String, Heartbeat> heartbeat) {
        this.outbox = outbox;
        this.clock = clock;
        this.backoff = backoff;
        this.heartbeat = heartbeat;
    }

    /** Those that are as they were go on. */
    public synchronized void apply(Map<String, NotifierSettings> wanted, NotifierSettings.Ground ground) {
        posted.values().removeIf(known -> {
            String name = known.courier().name();
            boolean same = known.settings().equals(wanted.get(name))
                    && known.heartbeat().equals(ground.heartbeat());
            if (!same) {
                stop(known.courier());
                outbox.trouble(name, Optional.empty());
            }
            return !same;
        });
        outbox.receivers(wanted.keySet());
        wanted.forEach((name, settings) -> {
            if (!posted.containsKey(name)) {
                Courier courier =
                        new Courier(name, settings.open(ground), outbox, clock, backoff, () -> heartbeat.apply(name));
                posted.put(name, new Posted(settings, ground.heartbeat(), courier));
                courier.start();
            }
        });
    }

    public synchronized List<Courier> list() {
        return posted.values().stream().map(Posted::courier).toList();
    }

    private static void stop(Courier courier) {
        try {
            courier.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        posted.values().forEach(known -> stop(known.courier()));
        posted.clear();
    }
}
