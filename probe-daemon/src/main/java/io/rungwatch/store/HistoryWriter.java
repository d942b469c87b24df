package io.rungwatch.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the rows to the database, on a thread of its own: a transaction for many, once a second. What fails is tried again, ever more
 * seldom; meanwhile rows wait, and the oldest go when there are too many.
 */
final class HistoryWriter implements StoreFigures, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);
    private static final int BATCH = 1000;
    private static final int LONGEST_REST = 30;
    /** A database that restarts is back by then: nobody need be told. */
    private static final int TELL_AFTER = 3;

    private final RowQueue queue;
    private final Link link;
    private final Tidying tidying;
    private final InstantSource clock;
    private final Consumer<Optional<String>> trouble;
    private final Duration beat;
    private final Thread thread = new Thread(this::run, "rungwatch-history");
    private final List<Row<?>> batch = new ArrayList<>(BATCH);
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failedBatches = new AtomicLong();
    private volatile Instant lastSuccess = Instant.EPOCH;
    private volatile boolean up;
    private volatile boolean closed;
    private int failures;
    private int rest;
    private boolean told;

    /** @param trouble what is wrong and what to do, and nothing once it is well again */
    HistoryWriter(
            RowQueue queue,
            Link link,
            Tidying tidying,
            InstantSource clock,
            Consumer<Optional<String>> trouble,
            Duration beat) {
        this.queue = queue;
        this.link = link;
        this.tidying = tidying;
        this.clock = clock;
        this.trouble = trouble;
        this.beat = beat;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(beat.toNanos());
            beat();
        }
        rest = 0;
        beat();
        link.close();
    }

    private void beat() {
        if (rest > 0) {
            rest--;
            return;
        }
        try {
            boolean asked = link.reach();
            while (fill()) {
                write();
                asked = true;
            }
            asked |= tidying.step(link, clock.instant());
            if (asked) {
                well();
            }
        } catch (Unusable e) {
            failed(e.what());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the history was not written", e);
            failed(e + "; a bug of the probe: report it");
        }
    }

    /** A batch that failed is the next one again. */
    private boolean fill() {
        if (batch.isEmpty()) {
            queue.take(batch, BATCH);
        }
        return !batch.isEmpty();
    }

    private void write() throws Unusable {
        try {
            link.transaction(connection -> {
                PackagerRow.TABLE.insert(of(PackagerRow.class), connection, link.dialect());
                CdnRow.TABLE.insert(of(CdnRow.class), connection, link.dialect());
                return batch.size();
            });
            written.addAndGet(batch.size());
            batch.clear();
        } catch (Unusable e) {
            failedBatches.incrementAndGet();
            if (e.isRowsFault()) {
                queue.drop(batch.size());
                batch.clear();
            }
            throw e;
        }
    }

    private <R> List<R> of(Class<R> kind) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void well() {
        up = true;
        failures = 0;
        lastSuccess = clock.instant();
        if (told) {
            told = false;
            LOG.info("the history is written again");
            tell(Optional.empty());
        }
    }

    private void failed(String why) {
        up = false;
        failures++;
        rest = Math.min(LONGEST_REST, 1 << Math.min(failures, LONGEST_REST)) - 1;
        if (failures >= TELL_AFTER && !told) {
            told = true;
            LOG.error("the history is not written: {}", why);
            tell(Optional.of(why));
        }
    }

    /** Who cannot hear it must not end the writing. */
    private void tell(Optional<String> what) {
        try {
            trouble.accept(what);
        } catch (RuntimeException e) {
            LOG.error("nobody was told of the store", e);
        }
    }

    @Override
    public long rowsWritten() {
        return written.get();
    }

    @Override
    public long rowsDropped() {
        return queue.dropped();
    }

    @Override
    public long batchesFailed() {
        return failedBatches.get();
    }

    @Override
    public int queued() {
        return queue.size();
    }

    @Override
    public Instant lastSuccess() {
        return lastSuccess;
    }

    @Override
    public boolean up() {
        return up;
    }

    /** What waits is still written, if that is a matter of seconds. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
