package io.rungwatch.dash;

import java.util.Arrays;

/** The S of one SegmentTimeline as written, never expanded: each is a run of r + 1 segments. */
public final class Runs {
    /** In place of a time that was not given. */
    public static final long ABSENT = -1;

    public static final int MOST = 200_000;

    private final Lines lines;
    private long[] columns = new long[4 * 16];
    private int[] offsets = new int[16];
    private int size;
    private boolean sequenced;
    private boolean numbered;

    Runs(Lines lines) {
        this.lines = lines;
    }

    void add(long t, long d, long r, long k, int offset) {
        if (size == offsets.length) {
            columns = Arrays.copyOf(columns, columns.length * 2);
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        int at = size * 4;
        columns[at] = t;
        columns[at + 1] = d;
        columns[at + 2] = r;
        columns[at + 3] = k;
        offsets[size++] = offset;
        sequenced |= k > 1;
    }

    void number() {
        numbered = true;
    }

    public int size() {
        return size;
    }

    /** {@link #ABSENT} where the run follows the one before. */
    public long t(int run) {
        return columns[run * 4];
    }

    /** 0 when missing or unusable. */
    public long d(int run) {
        return columns[run * 4 + 1];
    }

    public long r(int run) {
        return columns[run * 4 + 2];
    }

    /** Partial segments that each segment of the run consists of. */
    public long k(int run) {
        return columns[run * 4 + 3];
    }

    public boolean sequenced() {
        return sequenced;
    }

    /** Whether some S carries the attribute n. */
    public boolean numbered() {
        return numbered;
    }

    public int line(int run) {
        return lines.line(offsets[run]);
    }

    int fingerprint() {
        int hash = size;
        for (int i = 0; i < size * 4; i++) {
            hash = hash * 31 + Long.hashCode(columns[i]);
        }
        return hash;
    }
}
