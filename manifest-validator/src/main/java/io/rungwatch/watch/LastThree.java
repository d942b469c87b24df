package io.rungwatch.watch;

import io.rungwatch.check.View;

/** Three numbers of which the least is wanted. */
final class LastThree {
    private long latest;
    private long before;
    private long oldest;
    private int count;

    void add(long value) {
        oldest = before;
        before = latest;
        latest = value;
        count = Math.min(3, count + 1);
    }

    void clear() {
        count = 0;
    }

    long least() {
        return switch (count) {
            case 0 -> View.UNKNOWN;
            case 1 -> latest;
            case 2 -> Math.min(latest, before);
            default -> Math.min(latest, Math.min(before, oldest));
        };
    }
}
