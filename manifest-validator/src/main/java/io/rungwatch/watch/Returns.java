package io.rungwatch.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Who answered the last ten polls, and how often somebody did again who had been left: A→B→A is one return. */
final class Returns {
    /** Stands for "an older copy". */
    static final int OLDER_COPY = -1;

    private static final int POLLS = 10;

    private final Deque<Integer> history = new ArrayDeque<>(POLLS);

    void remember(int id) {
        if (history.size() == POLLS) {
            history.removeFirst();
        }
        history.addLast(id);
    }

    /** The same as before. */
    void again() {
        if (!history.isEmpty()) {
            remember(history.getLast());
        }
    }

    int count() {
        return count(history);
    }

    /** The same, if this one had answered now. */
    int with(int id) {
        Deque<Integer> next = new ArrayDeque<>(history);
        next.addLast(id);
        if (next.size() > POLLS) {
            next.removeFirst();
        }
        return count(next);
    }

    private static int count(Deque<Integer> history) {
        int returns = 0;
        int previous = Integer.MIN_VALUE;
        List<Integer> seen = new ArrayList<>(3);
        for (int id : history) {
            if (id != previous && seen.contains(id)) {
                returns++;
            }
            if (!seen.contains(id)) {
                seen.add(id);
            }
            previous = id;
        }
        return returns;
    }
}
