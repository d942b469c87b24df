package io.rungwatch.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits for each receiver, and how far it is. A receiver that has been dead for weeks costs nobody anything but memory, and of that not
 * without end: it loses the oldest. Guarded by whoever holds it.
 */
final class Backlog {
    private static final class Line {
        final Deque<Entry> waiting = new ArrayDeque<>();
        /** It has this one and all before it. */
        long cursor;

        long lost;

        Line(long cursor) {
            this.cursor = cursor;
        }

        /** What waits already, or was waited for, comes a second time when a disk that hung answers after all. */
        boolean isNew(Entry entry) {
            Entry newest = waiting.peekLast();
            return entry.number() > cursor && (newest == null || entry.number() > newest.number());
        }
    }

    private final int most;
    private final Map<String, Line> lines = new HashMap<>();
    private long lostByAll;
    /** What is later may still be on its way to the disk. */
    private long releasedUpTo;

    /**
     * @param most that is kept for each receiver
     * @param cursors how far the receivers were when the probe was stopped
     */
    Backlog(int most, Map<String, Long> cursors) {
        this.most = most;
        cursors.forEach((name, number) -> {
            lines.put(name, new Line(number));
            releasedUpTo = Math.max(releasedUpTo, number);
        });
    }

    long releasedUpTo() {
        return releasedUpTo;
    }

    Set<String> receivers() {
        return Set.copyOf(lines.keySet());
    }

    boolean knows(String receiver) {
        return lines.containsKey(receiver);
    }

    /** False when it is there already. */
    boolean add(String receiver, long from) {
        return lines.putIfAbsent(receiver, new Line(from)) == null;
    }

    void forget(String receiver) {
        lines.remove(receiver);
    }

    /** In order. */
    void release(List<Entry> entries) {
        for (Entry entry : entries) {
            releasedUpTo = Math.max(releasedUpTo, entry.number());
            for (String name : entry.to()) {
                Line line = lines.get(name);
                if (line != null && line.isNew(entry)) {
                    line.waiting.add(entry);
                    shorten(line);
                }
            }
        }
    }

    private void shorten(Line line) {
        if (line.waiting.size() > most) {
            line.waiting.remove();
            line.lost++;
            lostByAll++;
        }
    }

    @Nullable
    Entry first(String receiver) {
        Line line = lines.get(receiver);
        return line == null ? null : line.waiting.peek();
    }

    /** Whether it is still somebody who is told. */
    boolean done(String receiver, Entry entry) {
        Line line = lines.get(receiver);
        if (line == null) {
            return false;
        }
        line.cursor = entry.number();
        while (!line.waiting.isEmpty() && line.waiting.peek().number() <= entry.number()) {
            line.waiting.remove();
        }
        return true;
    }

    /** Everybody has all up to here. */
    long delivered() {
        long done = releasedUpTo;
        for (Line line : lines.values()) {
            Entry first = line.waiting.peek();
            done = first == null ? done : Math.min(done, first.number() - 1);
        }
        return done;
    }

    int waiting(String receiver) {
        Line line = lines.get(receiver);
        return line == null ? 0 : line.waiting.size();
    }

    /** Of this receiver's, since the start. */
    long lost(String receiver) {
        Line line = lines.get(receiver);
        return line == null ? 0 : line.lost;
    }

    /** Of all receivers', those among them that are no more. */
    long lost() {
        return lostByAll;
    }
}
