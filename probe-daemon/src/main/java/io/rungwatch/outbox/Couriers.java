package io.rungwatch.outbox;

import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.NotifierSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One courier for each receiver, as the configuration has them. */
public final class Couriers implements AutoCloseable {
    private record Posted(NotifierSettings settings, NotifierSettings.Ground ground, Courier courier) {
        boolean isStill(@Nullable NotifierSettings wanted, NotifierSettings.Ground now) {
            return settings.equals(wanted)
                    && ground.heartbeat().equals(now.heartbeat())
                    && ground.links().equals(now.links());
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Function<String, Heartbeat> heartbeat;
    private final Map<String, Posted> posted = new LinkedHashMap<>();
    private boolean closed;

    /** @param heartbeat by the name of the receiver */
    public Couriers(Outbox outbox, InstantSource clock, Backoff backoff, Function<String, Heartbeat> heartbeat) {
        this.outbox = outbox;
        this.clock = clock;
        this.backoff = backoff;
        this.heartbeat = heartbeat;
    }

    /** Those that are as they were go on. A file that is saved while the probe stops counts from the next start. */
    public synchronized void apply(Map<String, NotifierSettings> wanted, NotifierSettings.Ground ground) {
        if (closed) {
            return;
        }
        List<Courier> leaving = posted.values().stream()
                .filter(known -> !known.isStill(wanted.get(known.courier().name()), ground))
                .map(Posted::courier)
                .toList();
        stop(leaving);
        for (Courier courier : leaving) {
            posted.remove(courier.name());
            outbox.trouble(courier.name(), Optional.empty());
        }
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

    /** All at once: one receiver that does not answer takes no time from the others. */
    private static void stop(List<Courier> couriers) {
        CompletableFuture<Void> rounds = CompletableFuture.allOf(
                couriers.stream().map(Courier::lastRound).toArray(CompletableFuture[]::new));
        if (!ends(rounds, PATIENCE)) {
            couriers.forEach(Courier::cutOff);
            boolean unused = ends(rounds, A_MOMENT);
        }
        couriers.forEach(Courier::close);
    }

    private static boolean ends(CompletableFuture<?> work, Duration patience) {
        try {
            work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is decided by now is brought to whoever takes it within a few seconds; what is left is brought after the next start. */
    @Override
    public synchronized void close() {
        closed = true;
        if (!ends(outbox.written(), A_MOMENT)) {
            LOG.warn("the journal's disk hangs: what was decided last may be told after the next start only");
        }
        stop(list());
        posted.clear();
    }
}
