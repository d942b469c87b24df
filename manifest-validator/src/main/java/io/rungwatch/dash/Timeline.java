package io.rungwatch.dash;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The runs of a SegmentTimeline with all times filled in. A run that repeats until its Period ends is as long as that says; in an open
 * Period it has no end here, and {@link #count} asks for the time.
 */
public final class Timeline {
    /** In place of a Period's end that nobody knows. */
    static final long UNBOUNDED = Long.MAX_VALUE;

    private final Runs runs;
    private final long[] starts;
    private final long[] counts;
    /** How many segments stand before the run; one more entry for the end. */
    private final long[] before;

    private final boolean open;
    private final long bound;

    /** @param bound the end of the Period in media time */
    Timeline(Runs runs, long bound) {
        this.runs = runs;
        this.bound = bound;
        int size = runs.size();
        starts = new long[size];
        counts = new long[size];
        before = new long[size + 1];
        long next = 0;
        boolean endless = false;
        for (int i = 0; i < size; i++) {
            long t = runs.t(i) == Runs.ABSENT ? next : runs.t(i);
            long d = Math.max(0, runs.d(i));
            long until = i + 1 < size ? runs.t(i + 1) : bound;
            endless = runs.r(i) < 0 && d > 0 && (until == UNBOUNDED || until == Runs.ABSENT);
            starts[i] = t;
            counts[i] = d == 0 ? 0 : runs.r(i) >= 0 ? Scale.add(runs.r(i), 1) : endless ? 1 : fitting(until - t, d);
            before[i + 1] = Scale.add(before[i], counts[i]);
            next = Scale.add(t, Scale.multiply(d, counts[i]));
        }
        open = endless && size > 0;
    }

    /** At least the one that is written. */
    private static long fitting(long room, long d) {
        return Math.max(1, room / d + (room % d > 0 ? 1 : 0));
    }

    boolean isOf(Runs other, long otherBound) {
        return runs == other && bound == otherBound;
    }

    public Runs runs() {
        return runs;
    }

    /** Whether the last run goes on until now. */
    public boolean open() {
        return open;
    }

    public boolean isEmpty() {
        return before[starts.length] == 0;
    }

    /** Segments complete when media time has come to `now`; without an open run, all that are listed. */
    long count(long now) {
        int last = starts.length - 1;
        if (!open) {
            return before[starts.length];
        }
        return Scale.add(before[last], Math.max(0, (now - Math.min(now, starts[last])) / runs.d(last)));
    }

    /** First media time of a run. */
    public long start(int run) {
        return starts[run];
    }

    /** Behind the last segment of a run. */
    public long end(int run) {
        return Scale.add(starts[run], Scale.multiply(Math.max(0, runs.d(run)), counts[run]));
    }

    public long segments(int run) {
        return counts[run];
    }

    /** How many segments stand before the run. */
    public long segmentsBefore(int run) {
        return before[run];
    }

    /** The run that holds the n-th segment, counted from 0. */
    int run(long index) {
        int found = Arrays.binarySearch(before, index);
        int run = found >= 0 ? found : -found - 2;
        while (run < starts.length - 1 && counts[run] == 0) {
            run++;
        }
        return Math.min(run, starts.length - 1);
    }

    public long time(long index) {
        int run = run(index);
        return Scale.add(starts[run], Scale.multiply(runs.d(run), index - before[run]));
    }

    public long duration(long index) {
        return Math.max(0, runs.d(run(index)));
    }

    /** The place of the segment that begins exactly at `time`, or -1. */
    public long indexOf(long time) {
        long index = indexAt(time);
        return index >= 0 && time(index) == time ? index : -1;
    }

    /** The place of the segment in which `time` is, or -1. */
    public long indexAt(long time) {
        int found = Arrays.binarySearch(starts, time);
        int run = found >= 0 ? found : -found - 2;
        if (run < 0 || runs.d(run) <= 0) {
            return -1;
        }
        long nth = (time - starts[run]) / runs.d(run);
        boolean inside = nth < counts[run] || (open && run == starts.length - 1);
        return inside ? before[run] + nth : -1;
    }

    /** How far `time` is from the nearest place where a segment begins or ends; none where no segment is. */
    public OptionalLong fromCut(long time) {
        long index = indexAt(time);
        if (index < 0) {
            return OptionalLong.empty();
        }
        long into = time - time(index);
        return OptionalLong.of(Math.min(into, duration(index) - into));
    }
}
