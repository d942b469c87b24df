package io.rungwatch.simulator.media;

/**
 * How often frames come, on the clock of their kind of media.
 *
 * @param scale ticks in a second
 * @param frame ticks that one frame lasts
 */
public record Rate(int scale, int frame) {
    static final Rate SOUND = new Rate(48_000, 1024);
    static final Rate TEXT = new Rate(1000, 1000);

    static Rate of(double framesPerSecond) {
        return new Rate(90_000, (int) (90_000 / framesPerSecond));
    }

    /** The first frame that begins at an instant or after it. */
    long firstAt(long millis) {
        return Math.ceilDiv(ticks(millis), frame);
    }

    long ticks(long millis) {
        return millis * (scale / 1000);
    }

    /** When a frame begins, on the clock of MPEG-TS: exact, for 90 kHz is a multiple of both. */
    long on90kHz(long number) {
        return number * frame * 90 / (scale / 1000);
    }

    /** Rounded down where a second is not a whole number of them. */
    public int framesPerSecond() {
        return scale / frame;
    }
}
