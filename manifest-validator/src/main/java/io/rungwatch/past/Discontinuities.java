package io.rungwatch.past;

/** When discontinuities came that nothing announced. */
public final class Discontinuities {
    private static final int MOST = 8;

    private final Series unannounced = new Series(MOST, 1);

    void add(long at) {
        unannounced.add();
        unannounced.setLast(0, at);
    }

    /** Since then; eight are many enough to stop counting. */
    public int unannouncedSince(long at) {
        int count = 0;
        for (int i = 0; i < unannounced.size(); i++) {
            count += unannounced.get(i, 0) >= at ? 1 : 0;
        }
        return count;
    }
}
