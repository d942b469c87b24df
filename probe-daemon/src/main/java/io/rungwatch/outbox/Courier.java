package io.rungwatch.outbox;

import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.Notifier;
import io.rungwatch.notify.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one receiver what is his, one message after the other. What does not arrive is brought again before anything else; what the
 * receiver will never take is passed over after a few tries, so that it does not stand in the way of the rest.
 */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** With the usual backoff a quarter of a minute: a restart of the receiver is not worth an alarm. */
    private static final int WORTH_TELLING = 5;

    private static final int REFUSALS = 3;

    private final String name;
    private final Notifier notifier;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Supplier<Heartbeat> heartbeat;
    private final Thread thread;
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean lastRound;
    private boolean home;
    private Instant beatDue;
    private Instant beatAt;
    private int failures;
    private int refusals;
    private boolean told;
    /** The last message did not arrive: that the receiver hears a heartbeat is no answer to it. */
    private boolean stuck;

    public Courier(
            String name,
            Notifier notifier,
            Outbox outbox,
            InstantSource clock,
            Backoff backoff,
            Supplier<Heartbeat> heartbeat) {
        this.name = name;
        this.notifier = notifier;
        this.outbox = outbox;
        this.clock = clock;
        this.backoff = backoff;
        this.heartbeat = heartbeat;
        beatDue = clock.instant();
        beatAt = beatDue;
        thread = Thread.ofVirtual().name("courier-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!home) {
                guarded();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} is cut off", name);
        } finally {
            ended.complete(null);
        }
    }

    /** A bug that a message brings to light must not silence everything after it. */
    private void guarded() throws InterruptedException {
        try {
            turn();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("{} failed, this is a bug of the probe", name, e);
            outbox.trouble(name, Optional.of("a bug of the probe: " + e));
            told = true;
            pause(backoff.longest().toMillis());
        }
    }

    private void pause(long millis) throws InterruptedException {
        outbox.pause(millis, () -> lastRound);
        home = lastRound;
    }

    private void turn() throws InterruptedException {
        if (!lastRound) {
            beat();
        }
        long nanos = Math.max(1, Duration.between(clock.instant(), beatDue).toNanos());
        Entry next = outbox.next(name, nanos, () -> lastRound);
        if (next != null) {
            bring(next);
        } else {
            home = lastRound || outbox.isClosed();
        }
    }

    private void bring(Entry entry) throws InterruptedException {
        Undelivered problem = attempt(() -> {
            notifier.deliver(entry.message());
            stuck = false;
            return true;
        });
        stuck = problem != null;
        if (problem == null) {
            delivered.incrementAndGet();
            outbox.done(name, entry);
            refusals = 0;
            return;
        }
        if (problem.isRefused() && ++refusals >= REFUSALS) {
            refusals = 0;
            refused.incrementAndGet();
            LOG.warn("{} will not take what it is told, it is passed over: {}", name, problem.getMessage());
            outbox.trouble(name, Optional.of("a message was passed over: " + problem.getMessage()));
            told = true;
            outbox.done(name, entry);
            return;
        }
        pause(backoff.millis(failures));
    }

    /** Late by one message at most. */
    private void beat() throws InterruptedException {
        Instant now = clock.instant();
        boolean setBack = now.isBefore(beatAt);
        if (now.isBefore(beatDue) && !setBack) {
            return;
        }
        beatAt = now;
        Heartbeat beat = heartbeat.get();
        beatDue = beat.at().plus(beat.every());
        Undelivered problem = attempt(() -> notifier.beat(beat));
        if (problem != null) {
            beatDue = clock.instant().plusMillis(backoff.millis(failures));
        }
    }

    /** One try: whether somebody answered. */
    private interface Attempt {
        boolean run() throws Undelivered, InterruptedException;
    }

    private @Nullable Undelivered attempt(Attempt attempt) throws InterruptedException {
        try {
            if (attempt.run() && !stuck) {
                answers();
            }
            return null;
        } catch (Undelivered e) {
            return count(e);
        } catch (RuntimeException e) {
            LOG.error("{} failed, this is a bug of the probe", name, e);
            return count(Undelivered.refused("a bug of the probe: " + e));
        }
    }

    private void answers() {
        failures = 0;
        if (told) {
            told = false;
            outbox.trouble(name, Optional.empty());
        }
    }

    private Undelivered count(Undelivered problem) {
        failed.incrementAndGet();
        if (++failures == WORTH_TELLING) {
            told = true;
            LOG.warn("{} does not take what it is told, it is kept and tried again: {}", name, problem.getMessage());
            outbox.trouble(name, Optional.of(String.valueOf(problem.getMessage())));
        }
        return problem;
    }

    public long delivered() {
        return delivered.get();
    }

    /** Tries that failed. */
    public long failed() {
        return failed.get();
    }

    /** Passed over. */
    public long refused() {
        return refused.get();
    }

    public String name() {
        return name;
    }

    /** What waits is still brought, as long as it is taken; completes when there is nothing left to do. */
    CompletableFuture<Void> lastRound() {
        lastRound = true;
        outbox.wake();
        return ended;
    }

    /** What is under way is given up, and brought again by whoever comes after. */
    void cutOff() {
        thread.interrupt();
    }

    /** After the last round. */
    void close() {
        notifier.close();
    }
}
