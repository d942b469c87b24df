package io.rungwatch.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again, until it is so or the time is over. */
final class Wait {
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final long PAUSE_NANOS = 5_000_000;

    private Wait() {}

    static void until(String what, Callable<Boolean> condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new AssertionError("in " + LONGEST.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
