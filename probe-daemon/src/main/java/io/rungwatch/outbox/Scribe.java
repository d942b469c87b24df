package io.rungwatch.outbox;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the journal: all that has come meanwhile as one page. What cannot be written is handed on all the same and
 * tried again each second, for a full disk must not silence an alarm.
 */
final class Scribe {
    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    private static final long AGAIN = TimeUnit.SECONDS.toNanos(1);

    /** What the scribe needs of whoever it writes for. */
    interface Desk {
        /** Written, or as good as can be. */
        void release(List<Entry> entries);

        /** All up to here is delivered to everybody. */
        long delivered();

        void trouble(Optional<String> message);
    }

    private final Journal journal;
    private final Desk desk;
    private final Thread thread = new Thread(this::run, "journal");
    private final Deque<Page> pages = new ArrayDeque<>();
    private final Map<String, Long> cursors = new LinkedHashMap<>();
    private Page refused = Page.of(List.of(), Map.of());
    private boolean failing;
    private boolean closed;

    Scribe(Journal journal, Desk desk) {
        this.journal = journal;
        this.desk = desk;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    synchronized void write(Page page) {
        pages.add(page);
        notifyAll();
    }

    synchronized void moved(String receiver, long number) {
        cursors.put(receiver, number);
        notifyAll();
    }

    synchronized void forget(String receiver) {
        cursors.remove(receiver);
    }

    private void run() {
        try {
            while (await()) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.warn("the journal is not written any more: interrupted");
        }
    }

    /** False when there is nothing left to do. */
    private synchronized boolean await() throws InterruptedException {
        long again = System.nanoTime() + AGAIN;
        while (failing && !closed && System.nanoTime() - again < 0) {
            TimeUnit.NANOSECONDS.timedWait(this, again - System.nanoTime());
        }
        while (!closed && !failing && pages.isEmpty() && cursors.isEmpty()) {
            wait();
        }
        return !closed || !pages.isEmpty() || !cursors.isEmpty();
    }

    private void turn() {
        List<Page> batch = new ArrayList<>();
        Map<String, Long> moved = new LinkedHashMap<>();
        synchronized (this) {
            batch.addAll(pages);
            pages.clear();
            moved.putAll(cursors);
            cursors.clear();
        }
        Page latest = Page.together(batch);
        Page page = Page.together(List.of(refused, latest));
        boolean written = write(page, moved);
        refused = written ? Page.of(List.of(), Map.of()) : Page.of(page.entries(), page.memory());
        desk.release(latest.entries());
        batch.forEach(each -> each.written().complete(written));
    }

    private boolean write(Page page, Map<String, Long> moved) {
        try {
            journal.write(page, moved, desk.delivered());
            if (failing) {
                failing = false;
                desk.trouble(Optional.empty());
            }
            return true;
        } catch (SQLException e) {
            keep(moved);
            if (!failing) {
                failing = true;
                LOG.error("the journal cannot be written, alerts are told all the same: {}", e.getMessage());
                desk.trouble(Optional.of("the journal cannot be written: " + e.getMessage()));
            }
            return false;
        }
    }

    private synchronized void keep(Map<String, Long> moved) {
        if (!closed) {
            moved.forEach(cursors::putIfAbsent);
        }
    }

    void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}
