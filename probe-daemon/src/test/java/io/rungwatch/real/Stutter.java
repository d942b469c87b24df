package io.rungwatch.real;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something else has the probe's processor most of the time: it runs for a moment, and then for a long one it does not. */
final class Stutter implements AutoCloseable {
    private static final int STANDS_MILLIS = 800;
    private static final int RUNS_MILLIS = 150;

    private final KilledProbe probe;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Stutter(KilledProbe probe) {
        this.probe = probe;
        clock.execute(this::stop);
    }

    private void stop() {
        signal("STOP");
        var unused = clock.schedule(this::goOn, STANDS_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void goOn() {
        signal("CONT");
        var unused = clock.schedule(this::stop, RUNS_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void signal(String name) {
        try {
            probe.signal(name);
        } catch (IOException e) {
            throw new AssertionError("no signal can be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** And it has it back. */
    @Override
    public void close() {
        clock.shutdownNow();
        signal("CONT");
    }
}
