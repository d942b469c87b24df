package io.rungwatch.watch;

import io.rungwatch.check.View;

/**
 * How late a live edge usually is: the mean of the last few minutes, known once there are enough polls for one, and begun anew when a playlist is
 * suddenly later or on time again by more than the saw-tooth of publishing.
 */
final class Usual {
    /** Polls drift slowly over the phase of a packager: as many as it takes them to come round a few times. */
    private static final int MANY = 60;
    /** Half of a round: before, the mean may be that of a phase. */
    private static final int ENOUGH = 10;
    /** Of a target duration: by so much the mean may waver, and nobody is told. */
    private static final int WAVERING = 8;

    private long mean;
    private long told;
    private int count;
    private boolean known;

    void add(long value, long target) {
        boolean anew = count == 0 || Math.abs(value - mean) > target + target / 2;
        count = anew ? 1 : Math.min(MANY, count + 1);
        mean = anew ? value : mean + (value - mean) / count;
        told = anew || !known ? mean : Math.clamp(told, mean - target / WAVERING, mean + target / WAVERING);
        known |= count >= ENOUGH;
    }

    void clear() {
        count = 0;
        known = false;
    }

    long value() {
        return known ? told : View.UNKNOWN;
    }
}
