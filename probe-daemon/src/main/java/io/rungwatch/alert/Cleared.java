package io.rungwatch.alert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last thousand of what is over, newest first. */
final class Cleared {
    private static final int MOST = 1000;

    private final Deque<Alert> all = new ArrayDeque<>();

    synchronized void add(Alert latest) {
        all.addFirst(latest);
        if (all.size() > MOST) {
            all.removeLast();
        }
    }

    synchronized List<Alert> list() {
        return new ArrayList<>(all);
    }
}
