package io.rungwatch.outbox;

import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.NotifierSettings;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One courier for each receiver, as the configuration has them. */
public final class Couriers implements AutoCloseable {
    private record Posted(NotifierSettings settings, NotifierSettings.Ground ground, Courier courier) {
        boolean isStill(@Nullable NotifierSettings wanted, NotifierSettings.Ground now) {
            return settings.equals(wanted)
                    && ground.heartbeat().equals(now.heartbeat())
                    && ground.links().equals(now.links());
        }
    }

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
            boolean same = known.isStill(wanted.get(name), ground);
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
                posted.put(name, new Posted(settings, ground, courier));
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
