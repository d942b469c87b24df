package io.rungwatch.metrics;

import java.time.Instant;

/** Whether a layer's segments could be had, by the hour: a number for reports, never for alarms. */
final class Availability {
    static final int DAY = 24;
    static final int MONTH = 30 * DAY;
    private static final long HOUR = 3600;

    private final int[] good = new int[MONTH];
    private final int[] all = new int[MONTH];
    private long newest = Long.MIN_VALUE;

    synchronized void add(Instant at, boolean had) {
        long hour = Math.floorDiv(at.getEpochSecond(), HOUR);
        if (newest == Long.MIN_VALUE) {
            newest = hour;
        }
        for (; newest < hour; newest++) {
            int place = Math.floorMod(newest + 1, MONTH);
            good[place] = 0;
            all[place] = 0;
        }
        if (newest - hour < MONTH) {
            int place = Math.floorMod(hour, MONTH);
            good[place] += had ? 1 : 0;
            all[place]++;
        }
    }

    /** Of the last so many hours; NaN where nobody asked. */
    synchronized double share(int hours) {
        long had = 0;
        long asked = 0;
        for (int back = 0; back < hours && newest != Long.MIN_VALUE; back++) {
            int place = Math.floorMod(newest - back, MONTH);
            had += good[place];
            asked += all[place];
        }
        return asked == 0 ? Double.NaN : (double) had / asked;
    }
}
