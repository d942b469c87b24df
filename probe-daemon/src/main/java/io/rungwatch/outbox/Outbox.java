package io.rungwatch.outbox;

import io.rungwatch.duty.Duty;
import io.rungwatch.duty.DutyFold;
import io.rungwatch.duty.DutyMemory;
import io.rungwatch.duty.Keeping;
import io.rungwatch.duty.OwnTrouble;
import io.rungwatch.duty.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between what is decided and who is told: first it is written down, then the receivers' couriers may have it, in order and each at its
 * own pace. How far a receiver is, is written down too; so it hears everything at least once, whenever the probe is killed.
 */
public final class Outbox implements Duty.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** More than a bad month has. A receiver that is further behind has been dead for long and loses the oldest. */
    private static final int MOST = 50_000;

    /** The name of the receiver that hears everything, whatever the routes say: nobody can be called that. */
    public static final String HISTORY = "#history";

    /** Told of what is wrong with the probe itself; empty when it is well again. */
    public interface Own {
        void trouble(OwnTrouble trouble, String subject, Optional<String> message);
    }

    private final Journal journal;
    private final Scribe scribe;
    private final DutyMemory recovered;
    private final Optional<String> broken;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NavigableMap<Long, Entry> released = new TreeMap<>();
    private final Map<String, Long> cursors = new HashMap<>();
    private volatile Own own = (trouble, subject, message) -> {};
    private long last;
    /** What is later may still be on its way to the disk. */
    private long releasedUpTo;

    private long lost;
    /** A broken journal was replaced by one that works: that is told once. */
    private volatile boolean laidAside;

    private boolean closed;

    private Outbox(Journal journal, Optional<String> broken) throws SQLException {
        this.journal = journal;
        this.broken = broken;
        cursors.putAll(journal.cursors());
        for (Entry entry : journal.entries()) {
            released.put(entry.number(), entry);
        }
        long furthest =
                cursors.values().stream().mapToLong(number -> number).max().orElse(0);
        last = Math.max(released.isEmpty() ? 0 : released.lastKey(), furthest);
        releasedUpTo = last;
        recovered = Keeping.restore(journal.memory());
        scribe = new Scribe(journal, new Desk());
    }

    /** What the scribe sees of the outbox. */
    private final class Desk implements Scribe.Desk {
        @Override
        public void release(List<Entry> entries) {
            Outbox.this.release(entries);
        }

        @Override
        public long delivered() {
            return Outbox.this.delivered();
        }

        @Override
        public void trouble(Optional<String> message) {
            own.trouble(OwnTrouble.JOURNAL_FAILING, "", message);
        }
    }

    /** Where the file cannot be used it is laid aside, and where no file can, there is none until the next start: alerts go out. */
    public static Outbox open(Path file) throws SQLException {
        try {
            return new Outbox(Journal.open(file), Optional.empty());
        } catch (SQLException e) {
            LOG.error("the journal {} cannot be used: {}", file, e.getMessage());
            return without(file, e);
        }
    }

    private static Outbox without(Path file, SQLException cause) throws SQLException {
        String what = file + " cannot be used (" + cause.getMessage() + "); what was on its way in it is not told";
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
            return new Outbox(Journal.open(file), Optional.of(what));
        } catch (IOException | SQLException e) {
            LOG.error("nor can another be made in its place: {}", e.toString());
            return new Outbox(Journal.inMemory(), Optional.of(what));
        }
    }

    /** What was open when the probe was stopped. */
    public DutyMemory recovered() {
        return recovered;
    }

    public void start(Own listener) {
        own = listener;
        scribe.start();
        laidAside = broken.isPresent() && journal.isKept();
        broken.ifPresent(what -> own.trouble(OwnTrouble.JOURNAL_FAILING, "", Optional.of(what)));
    }

    /** From now on these are the receivers. One that is new is told what happens from now on. */
    public void receivers(Set<String> names) {
        lock.lock();
        try {
            List<String> gone = cursors.keySet().stream()
                    .filter(name -> !names.contains(name))
                    .toList();
            gone.forEach(this::forget);
            for (String name : names) {
                if (cursors.putIfAbsent(name, last) == null) {
                    scribe.moved(name, last);
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forget(String name) {
        cursors.remove(name);
        scribe.forget(name);
    }

    @Override
    public void decided(DutyMemory before, DutyFold.Decision decision) {
        lock.lock();
        try {
            List<Entry> entries = new ArrayList<>(decision.posts().size());
            for (Post post : decision.posts()) {
                entries.add(new Entry(++last, post.message(), post.to()));
            }
            if (cursors.containsKey(HISTORY)) {
                decision.said().forEach(message -> entries.add(new Entry(++last, message, List.of(HISTORY))));
            }
            scribe.write(Page.of(entries, Keeping.changes(before, decision.memory())));
        } finally {
            lock.unlock();
        }
    }

    /** Completes when all that was decided so far is on disk; with false when it cannot be written at present. */
    public CompletableFuture<Boolean> written() {
        Page page = Page.of(List.of(), Map.of());
        scribe.write(page);
        return page.written();
    }

    private void release(List<Entry> entries) {
        lock.lock();
        try {
            for (Entry entry : entries) {
                released.put(entry.number(), entry);
                releasedUpTo = Math.max(releasedUpTo, entry.number());
            }
            while (released.size() > MOST) {
                Entry oldest = released.pollFirstEntry().getValue();
                lost += oldest.to().stream()
                        .filter(name -> cursors.getOrDefault(name, Long.MAX_VALUE) < oldest.number())
                        .count();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** To be called about once a second. */
    public void pass() {
        scribe.lookAfter();
        if (laidAside) {
            laidAside = false;
            own.trouble(OwnTrouble.JOURNAL_FAILING, "", Optional.empty());
        }
    }

    private long delivered() {
        lock.lock();
        try {
            long done = releasedUpTo;
            for (String name : cursors.keySet()) {
                Entry waiting = first(name);
                done = waiting == null ? done : Math.min(done, waiting.number() - 1);
            }
            released.headMap(done, true).clear();
            return done;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Entry first(String receiver) {
        Long cursor = cursors.get(receiver);
        if (cursor == null) {
            return null;
        }
        for (Entry entry : released.tailMap(cursor, false).values()) {
            if (entry.to().contains(receiver)) {
                return entry;
            }
        }
        return null;
    }

    /** The next one for this receiver, waiting for it; null when none came in that time. */
    @Nullable
    Entry next(String receiver, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            Entry next = first(receiver);
            while (next == null && !closed && left > 0) {
                left = changed.awaitNanos(left);
                next = first(receiver);
            }
            return closed ? null : next;
        } finally {
            lock.unlock();
        }
    }

    /** It has this one and all before it. */
    void done(String receiver, Entry entry) {
        lock.lock();
        try {
            if (cursors.containsKey(receiver)) {
                cursors.put(receiver, entry.number());
                scribe.moved(receiver, entry.number());
            }
        } finally {
            lock.unlock();
        }
    }

    /** False when the probe stops. */
    boolean pause(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    void trouble(String receiver, Optional<String> message) {
        if (!receiver.equals(HISTORY)) { // The history says itself what is wrong with it.
            own.trouble(OwnTrouble.NOTIFIER_FAILING, receiver, message);
        }
    }

    /** How much waits for this receiver. */
    public long waiting(String receiver) {
        lock.lock();
        try {
            Long cursor = cursors.get(receiver);
            return cursor == null
                    ? 0
                    : released.tailMap(cursor, false).values().stream()
                            .filter(entry -> entry.to().contains(receiver))
                            .count();
        } finally {
            lock.unlock();
        }
    }

    /** What was never delivered, because its receiver has been dead for too long. */
    public long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    /** What was decided is written down; what was not delivered is delivered after the next start. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            scribe.close();
            journal.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("the journal was not closed: {}", e.getMessage());
        }
    }
}
