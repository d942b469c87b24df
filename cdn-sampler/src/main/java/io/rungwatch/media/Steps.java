package io.rungwatch.media;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How far things are apart, and the median of it: few distances occur, so each is kept once, with its number. */
final class Steps {
    private static final int DISTINCT = 16;

    private final long[] steps = new long[DISTINCT];
    private final int[] counts = new int[DISTINCT];
    private int used;
    private long longest;

    void add(long step) {
        longest = Math.max(longest, step);
        int place = 0;
        while (place < used && steps[place] != step) {
            place++;
        }
        // What differs each time has no typical distance anyway.
        if (place < DISTINCT) {
            steps[place] = step;
            counts[place]++;
            used = Math.max(used, place + 1);
        }
    }

    long longest() {
        return longest;
    }

    /** 0 where there is none. */
    long median() {
        int[] order = IntStream.range(0, used)
                .boxed()
                .sorted((a, b) -> Long.compare(steps[a], steps[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int half = Arrays.stream(counts).sum() / 2;
        for (int place : order) {
            half -= counts[place];
            if (half < 0) {
                return steps[place];
            }
        }
        return 0;
    }
}
