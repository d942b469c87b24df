package io.rungwatch.store;

import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/** Rows on their way from the event loops to the writer. Whoever offers never waits: when it is full the oldest rows go. */
final class RowQueue {
    /** Ten minutes of a thousand channels at four layers. */
    static final int MOST = 50_000;

    private final BlockingQueue<Row<?>> rows;
    private final LongAdder dropped = new LongAdder();

    RowQueue(int most) {
        rows = new ArrayBlockingQueue<>(most);
    }

    void offer(Row<?> row) {
        while (!rows.offer(row)) {
            if (rows.poll() != null) {
                dropped.increment();
            }
        }
    }

    void take(Collection<Row<?>> into, int most) {
        rows.drainTo(into, most);
    }

    void drop(int count) {
        dropped.add(count);
    }

    int size() {
        return rows.size();
    }

    long dropped() {
        return dropped.sum();
    }
}
