package io.rungwatch.outbox;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final long LONGEST_WRITE = TimeUnit.SECONDS.toNanos(2);

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
    private final Set<String> gone = new LinkedHashSet<>();
    private List<Entry> underWay = List.of();
    private long underWaySince;
    private Page refused = Page.of(List.of(), Map.of());
    private volatile boolean failing;
    private volatile boolean hanging;
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
        gone.remove(receiver);
        notifyAll();
    }

    synchronized void forget(String receiver) {
        cursors.remove(receiver);
        gone.add(receiver);
        notifyAll();
    }

    private void run() {
        try {
            while (await()) {
                guarded();
            }
        } catch (InterruptedException e) {
            LOG.warn("the journal is not written any more: interrupted");
        }
    }

    /** Nobody is told anything when this thread is gone. */
    private void guarded() {
        try {
            turn();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("the journal was not written, this is a bug of the probe", e);
        }
    }

    /** False when there is nothing left to do. */
    private synchronized boolean await() throws InterruptedException {
        long again = System.nanoTime() + AGAIN;
        while (failing && !closed && System.nanoTime() - again < 0) {
            TimeUnit.NANOSECONDS.timedWait(this, again - System.nanoTime());
        }
        while (!closed && !failing && pages.isEmpty() && cursors.isEmpty() && gone.isEmpty()) {
            wait();
        }
        return !closed || !pages.isEmpty() || !cursors.isEmpty();
    }

    private void turn() {
        List<Page> batch = new ArrayList<>();
        Map<String, Long> moved = new LinkedHashMap<>();
        Set<String> dropped = new LinkedHashSet<>();
        synchronized (this) {
            batch.addAll(pages);
            pages.clear();
            moved.putAll(cursors);
            cursors.clear();
            dropped.addAll(gone);
            gone.clear();
            underWay = Page.together(batch).entries();
            underWaySince = System.nanoTime();
        }
        Page page = Page.together(List.of(refused, Page.together(batch)));
        boolean written = write(page, moved, dropped);
        refused = written ? Page.of(List.of(), Map.of()) : unsent(page);
        desk.release(arrived());
        batch.forEach(each -> each.written().complete(written));
    }

    private synchronized List<Entry> arrived() {
        List<Entry> entries = underWay;
        underWay = List.of();
        return entries;
    }

    /** What everybody has need not be written down any more. */
    private Page unsent(Page page) {
        long delivered = desk.delivered();
        List<Entry> entries = page.entries().stream()
                .filter(entry -> entry.number() > delivered)
                .toList();
        return Page.of(entries, page.memory());
    }

    private boolean write(Page page, Map<String, Long> moved, Set<String> dropped) {
        try {
            journal.write(page, moved, dropped, desk.delivered());
            well();
            return true;
        } catch (SQLException e) {
            keep(moved, dropped);
            ill("the journal cannot be written: " + e.getMessage());
            return false;
        }
    }

    private void well() {
        if (failing || hanging) {
            failing = false;
            hanging = false;
            desk.trouble(Optional.empty());
        }
    }

    private void ill(String what) {
        if (!failing) {
            failing = true;
            LOG.error("{}; alerts are told all the same", what);
            desk.trouble(Optional.of(what));
        }
    }

    private synchronized void keep(Map<String, Long> moved, Set<String> dropped) {
        if (!closed) {
            moved.forEach(cursors::putIfAbsent);
            dropped.stream().filter(name -> !cursors.containsKey(name)).forEach(gone::add);
        }
    }

    /** To be called about once a second: a disk that hangs, rather than failing, must not silence an alarm either. */
    void lookAfter() {
        List<Entry> late = new ArrayList<>();
        synchronized (this) {
            if (underWay.isEmpty() || System.nanoTime() - underWaySince < LONGEST_WRITE) {
                return;
            }
            late.addAll(underWay);
            underWay = List.of();
            pages.forEach(page -> late.addAll(page.entries()));
            underWaySince = System.nanoTime();
        }
        desk.release(late);
        if (!hanging) {
            hanging = true;
            LOG.error("the journal's disk hangs; alerts are told all the same");
            desk.trouble(Optional.of("the disk of the journal does not answer"));
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
