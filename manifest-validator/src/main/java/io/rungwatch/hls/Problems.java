package io.rungwatch.hls;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects problems. Each kind has room of its own, so that a thousand blanks never hide the one line that matters. */
final class Problems {
    static final int KEPT_PER_KIND = 20;

    private final List<Problem> list = new ArrayList<>(0);
    private Map<ProblemKind, Integer> counts = Map.of();
    private boolean hard;
    private int firstOmittedLine;
    private int omitted;

    boolean anyHard() {
        return hard;
    }

    boolean seen(ProblemKind kind) {
        return counts.containsKey(kind);
    }

    /** Counts one more; false when there is no room, so that nobody makes a text for nothing. */
    boolean room(ProblemKind kind, int line) {
        if (counts.isEmpty()) {
            counts = new EnumMap<>(ProblemKind.class);
        }
        hard |= kind.hard();
        if (counts.merge(kind, 1, Integer::sum) <= KEPT_PER_KIND) {
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
