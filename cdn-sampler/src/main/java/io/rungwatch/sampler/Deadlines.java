package io.rungwatch.sampler;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The deadlines of every running visit of one event loop, looked at on one shared tick: two or three timers per poll would cost more
 * than the poll. It ticks only while somebody is running.
 */
final class Deadlines {
    private static final long TICK_MILLIS = 50;
    private static final long NOT_TICKING = -1;
    /** A tick that is later than this after the one before was held up by something else, or the whole process was. */
    private static final long LATEST_NANOS = 2 * TICK_MILLIS * 1_000_000;

    private final Vertx vertx;
    private final LongSupplier nanos;
    private final List<Visit> running = new ArrayList<>();
    private long timer = NOT_TICKING;
    private long ticked;
    private long away;

    Deadlines(Vertx vertx, LongSupplier nanos) {
        this.vertx = vertx;
        this.nanos = nanos;
    }

    void add(Visit visit) {
        visit.slot = running.size();
        running.add(visit);
        if (timer == NOT_TICKING) {
            ticked = nanos.getAsLong();
            timer = vertx.setPeriodic(TICK_MILLIS, id -> tick());
        }
    }

    /** The last one takes the place of the one that leaves. */
    void remove(Visit visit) {
        Visit last = running.removeLast();
        if (last != visit) {
            running.set(visit.slot, last);
            last.slot = visit.slot;
        }
    }

    /** For how long, all in all, the loop did not come round while somebody was running. */
    long away(long now) {
        long since = now - ticked;
        return timer == NOT_TICKING || since <= LATEST_NANOS ? away : away + since;
    }

    private void tick() {
        long now = nanos.getAsLong();
        away = away(now);
        ticked = now;
        if (running.isEmpty()) {
            vertx.cancelTimer(timer);
            timer = NOT_TICKING;
            return;
        }
        // Backwards: who takes the place of one that leaves has been looked at.
        for (int i = running.size() - 1; i >= 0; i--) {
            if (i < running.size() && running.get(i).deadline - now <= 0) {
                running.get(i).expire();
            }
        }
    }

    void endAll(Consumer<Visit> how) {
        List.copyOf(running).forEach(how);
    }
}
