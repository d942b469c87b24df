package io.rungwatch.hls;

import java.util.ArrayList;
import java.util.List;

/** Collects problems. Soft and hard ones have room of their own, so that a thousand blanks never hide the one line that matters. */
final class Problems {
    private static final int KEPT = 100;

    private final List<Problem> list = new ArrayList<>(0);
    private long kindsSeen;
    private int soft;
    private int hard;
    private int firstOmittedLine;
    private int omitted;

    boolean anyHard() {
        return hard > 0;
    }

    boolean seen(ProblemKind kind) {
        return (kindsSeen & kind.bit()) != 0;
    }

    /** Counts one more; false when there is no room, so that nobody makes a text for nothing. */
    boolean room(ProblemKind kind, int line) {
        kindsSeen |= kind.bit();
        if ((kind.hard() ? hard++ : soft++) < KEPT) {
            return true;
        }
        if (omitted++ == 0) {
            firstOmittedLine = line;
        }
        return false;
    }

    void add(ProblemKind kind, int line, int column, String text) {
        if (room(kind, line)) {
            keep(kind, line, column, text);
        }
    }

    /** Only after {@link #room}. */
    void keep(ProblemKind kind, int line, int column, String text) {
        list.add(new Problem(kind, line, column, text));
    }

    List<Problem> toList() {
        if (omitted > 0) {
            list.add(new Problem(ProblemKind.TOO_MANY_PROBLEMS, firstOmittedLine, 1, omitted + " more"));
        }
        return List.copyOf(list);
    }
}
