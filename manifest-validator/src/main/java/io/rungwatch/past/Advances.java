package io.rungwatch.past;

/** How the live edge moved: a row for each poll that saw it further on, times in nanoseconds. */
public final class Advances {
    private static final int MOST = 32;
    private static final int SEEN = 0;
    private static final int MEDIA = 1;
    private static final int LAG = 2;
    private static final int COUNT = 3;
    private static final int BLIND = 4;

    private final Series rows = new Series(MOST, 5);

    void add(long seenAt, long media, long lag, long count, long blind) {
        rows.add();
        rows.setLast(SEEN, seenAt);
        rows.setLast(MEDIA, media);
        rows.setLast(LAG, lag);
        rows.setLast(COUNT, count);
        rows.setLast(BLIND, blind);
    }

    void clear() {
        rows.clear();
    }

    public int size() {
        return rows.size();
    }

    /** When the poll was sent that saw it. */
    public long seenAt(int row) {
        return rows.get(row, SEEN);
    }

    /** All media that was published up to then, counted from an arbitrary beginning. */
    public long media(int row) {
        return rows.get(row, MEDIA);
    }

    /** How far the edge lay behind that poll by its date; {@link io.rungwatch.check.View#UNKNOWN} without dates. */
    public long lag(int row) {
        return rows.get(row, LAG);
    }

    /** Segments that were new. */
    public long count(int row) {
        return rows.get(row, COUNT);
    }

    /** For how long nobody looked before, beyond what is usual between two polls: so much earlier it may have come. */
    public long blind(int row) {
        return rows.get(row, BLIND);
    }
}
