package io.rungwatch.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The last slots of time, at most `most` of them; one in which nothing happened takes no memory. */
final class Ring<T> {
    /** No answer takes that long: what is later than this was dated by a clock that has been set back since. */
    static final Duration LATE = Duration.ofMinutes(2);

    private final NavigableMap<Long, T> slots = new TreeMap<>();
    private final Duration width;
    private final int most;
    private final Supplier<T> empty;
    private Instant newest = Instant.EPOCH;

    Ring(Duration width, int most, Supplier<T> empty) {
        this.width = width;
        this.most = most;
        this.empty = empty;
    }

    /** Where that instant's belongings go. What another clock dated is forgotten, lest it come round again as news. */
    T at(Instant when) {
        if (when.isBefore(newest.minus(LATE))) {
            slots.clear();
            newest = when;
        }
        newest = when.isAfter(newest) ? when : newest;
        slots.headMap(number(newest) - most, true).clear();
        return slots.computeIfAbsent(number(when), number -> empty.get());
    }

    /** Newest first; the slot of `now` itself is one of them, and begun. */
    Collection<T> last(Duration span, Instant now) {
        long last = number(now);
        long count = Math.min(most, span.dividedBy(width));
        return slots.subMap(last - count, false, last, true).descendingMap().values();
    }

    private long number(Instant when) {
        return Math.floorDiv(when.getEpochSecond(), width.toSeconds());
    }
}
