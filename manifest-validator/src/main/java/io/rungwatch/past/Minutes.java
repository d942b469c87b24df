package io.rungwatch.past;

/**
 * The last hour in minutes, each with what was best in it, so that the saw-tooth of publishing and polling falls away; and with what came
 * first in it, which is as good as any, so that the saw-tooth stays.
 */
public final class Minutes {
    private static final int MOST = 61;
    private static final long MINUTE = 60_000_000_000L;
    private static final int BEGAN = 0;
    private static final int LAG = 1;
    private static final int LATENESS = 2;
    private static final int ANY_LAG = 3;

    private final Series rows = new Series(MOST, 4);

    /**
     * @param lag by the dates, {@link io.rungwatch.check.View#UNKNOWN} without
     * @param lateness of the poll that saw it, against the media: grows when media is published slower than the clock runs
     */
    void note(long seenAt, long lag, long lateness) {
        if (rows.size() == 0 || seenAt - rows.last(BEGAN) >= MINUTE) {
            rows.add();
            rows.setLast(BEGAN, seenAt);
            rows.setLast(LAG, lag);
            rows.setLast(LATENESS, lateness);
            rows.setLast(ANY_LAG, lag);
        } else {
            rows.setLast(LAG, Math.min(rows.last(LAG), lag));
            rows.setLast(LATENESS, Math.min(rows.last(LATENESS), lateness));
        }
    }

    void clear() {
        rows.clear();
    }

    public int size() {
        return rows.size();
    }

    public long began(int row) {
        return rows.get(row, BEGAN);
    }

    public long lag(int row) {
        return rows.get(row, LAG);
    }

    public long anyLag(int row) {
        return rows.get(row, ANY_LAG);
    }

    public long lateness(int row) {
        return rows.get(row, LATENESS);
    }
}
