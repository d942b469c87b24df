package io.rungwatch.check;

/** How large the last segments of one rendition were: what it really costs, beside what it says it does. */
public final class Sizes {
    public static final int ENOUGH = 20;
    private static final int MOST = 40;
    private static final double BITS = 8e9;

    private final long[] numbers = new long[MOST];
    private final long[] bytes = new long[MOST];
    private final long[] durations = new long[MOST];
    private int count;

    /** A segment that was measured before says nothing new. */
    public void add(long number, long size, long duration) {
        if (duration <= 0 || knows(number)) {
            return;
        }
        int place = count++ % MOST;
        numbers[place] = number;
        bytes[place] = size;
        durations[place] = duration;
    }

    private boolean knows(long number) {
        for (int i = 0; i < count(); i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }

    public int count() {
        return Math.min(count, MOST);
    }

    public boolean enough() {
        return count() >= ENOUGH;
    }

    /** Bits per second of the densest segment. */
    public double peak() {
        double peak = 0;
        for (int i = 0; i < count(); i++) {
            peak = Math.max(peak, bytes[i] * BITS / durations[i]);
        }
        return peak;
    }

    /** Bits per second over all of them. */
    public double average() {
        double bits = 0;
        double time = 0;
        for (int i = 0; i < count(); i++) {
            bits += bytes[i] * BITS;
            time += durations[i];
        }
        return time == 0 ? 0 : bits / time;
    }

    public void clear() {
        count = 0;
    }
}
