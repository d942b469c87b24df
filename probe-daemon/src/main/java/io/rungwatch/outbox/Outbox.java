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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between what is decided and who is told: first it is written down, then the receivers' couriers may have it, in order and each at its
 * own pace. How far a receiver is, is written down too; so it hears everything at least once, whenever the probe is killed.
 */
public final class Outbox implements Duty.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** For each receiver more than a bad month has. One that is further behind has been dead for long and loses the oldest. */
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
    private final Backlog backlog;
    private final Losses losses = new Losses();
    private volatile Own own = (trouble, subject, message) -> {};
    private long last;
    /** A broken journal was replaced by one that works: that is told once. */
    private volatile boolean laidAside;

    private boolean closed;

    private Outbox(Journal journal, Optional<String> broken, int most) {
        this.journal = journal;
        this.broken = broken;
        Journal.Content content = journal.takeContent();
        backlog = new Backlog(most, content.cursors());
        backlog.release(content.entries());
        last = backlog.releasedUpTo();
        recovered = Keeping.restore(content.memory());
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

    /**
     * Where the file is broken it is laid aside, and where no file can be used there is none until the next start: alerts go out. One that
     * only cannot be reached at present stays as it is.
     */
    public static Outbox open(Path file) throws SQLException {
        return open(file, MOST);
    }

    /** @param most messages that wait for each receiver */
    static Outbox open(Path file, int most) throws SQLException {
        try {
            return new Outbox(Journal.open(file), Optional.empty(), most);
        } catch (SQLException e) {
            LOG.error("the journal {} cannot be used: {}", file, e.getMessage());
            return without(file, e, most);
        }
    }

    private static Outbox without(Path file, SQLException cause, int most) throws SQLException {
        String why = file + " cannot be used (" + cause.getMessage() + "); what was on its way in it is ";
        if (Journal.passes(cause)) {
            return new Outbox(Journal.inMemory(), Optional.of(why + "told after the next start"), most);
        }
        Optional<String> lost = Optional.of(why + "not told");
        try {
            layAside(file);
            return new Outbox(Journal.open(file), lost, most);
        } catch (IOException | SQLException e) {
            LOG.error("nor can another be made in its place: {}", e.toString());
            return new Outbox(Journal.inMemory(), lost, most);
        }
    }

    /** With what SQLite keeps beside it. */
    private static void layAside(Path file) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (part.isEmpty() || Files.exists(from)) {
                Path to = file.resolveSibling(file.getFileName() + ".broken" + part);
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What was open when the probe was stopped. */
    public DutyMemory recovered() {
        return recovered;
    }

    public void start(Own listener) {
        own = listener;
        scribe.start();
        scribe.write(Page.of(List.of(), Map.of())); // what cannot be written is told at once
        laidAside = broken.isPresent() && journal.isKept();
        broken.ifPresent(what -> own.trouble(OwnTrouble.JOURNAL_FAILING, "", Optional.of(what)));
    }

    /** From now on these are the receivers. One that is new is told what happens from now on. */
    public void receivers(Set<String> names) {
        lock.lock();
        try {
            for (String name : backlog.receivers()) {
                if (!names.contains(name)) {
                    backlog.forget(name);
                    scribe.forget(name);
                }
            }
            for (String name : names) {
                if (backlog.add(name, last)) {
                    scribe.moved(name, last);
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void decided(DutyMemory before, DutyFold.Decision decision) {
        lock.lock();
        try {
            List<Entry> entries = new ArrayList<>(decision.posts().size());
            for (Post post : decision.posts()) {
                entries.add(new Entry(++last, post.message(), post.to()));
            }
            if (backlog.knows(HISTORY)) {
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
            backlog.release(entries);
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
        news().forEach((name, message) -> own.trouble(OwnTrouble.MESSAGES_LOST, shown(name), message));
    }

    private Map<String, Optional<String>> news() {
        lock.lock();
        try {
            return losses.news(backlog);
        } finally {
            lock.unlock();
        }
    }

    private static String shown(String receiver) {
        return receiver.equals(HISTORY) ? "alert_log" : receiver;
    }

    private long delivered() {
        lock.lock();
        try {
            return backlog.delivered();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next one for this receiver, waiting for it; null when none came in that time.
     *
     * @param hurries nothing is waited for any more
     */
    @Nullable
    Entry next(String receiver, long nanos, BooleanSupplier hurries) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            Entry next = backlog.first(receiver);
            while (next == null && !closed && !hurries.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
                next = backlog.first(receiver);
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
            if (backlog.done(receiver, entry)) {
                scribe.moved(receiver, entry.number());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Cut short where it is of no use any more. */
    void pause(long millis, BooleanSupplier hurries) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!closed && !hurries.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits looks again whether there is a hurry. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
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
            return backlog.waiting(receiver);
        } finally {
            lock.unlock();
        }
    }

    /** What was never delivered, because its receiver has been dead for too long. */
    public long lost() {
        lock.lock();
        try {
            return backlog.lost();
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
