package io.rungwatch.real;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks again and again, until it is so or the time is over. */
final class Until {
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final int PAUSE_MILLIS = 50;

    private Until() {}

    static void isTrue(String what, Callable<Boolean> condition) throws Exception {
        isTrue(what, LONGEST, condition);
    }

    static void isTrue(String what, Duration longest, Callable<Boolean> condition) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        var unused = clock.scheduleWithFixedDelay(() -> look(condition, done), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("in " + longest.toSeconds() + " s: " + what, e);
        } finally {
            clock.shutdownNow();
        }
    }

    private static void look(Callable<Boolean> condition, CompletableFuture<Void> done) {
        try {
            if (condition.call()) {
                done.complete(null);
            }
        } catch (Exception | AssertionError e) {
            done.completeExceptionally(e);
        }
    }
}
