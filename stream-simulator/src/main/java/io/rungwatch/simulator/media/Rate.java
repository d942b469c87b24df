package io.rungwatch.simulator.media;

import io.rungwatch.simulator.stream.Audio;

/**
 * How often frames come, on the clock of their kind of media.
 *
 * @param scale ticks in a second
 * @param frame ticks that one frame lasts
 */
public record Rate(int scale, int frame) {
    private static final int AAC = 1024;
    private static final int AC_3 = 1536;
    static final Rate TEXT = new Rate(1000, 1000);

    static Rate of(double framesPerSecond) {
        return new Rate(90_000, (int) (90_000 / framesPerSecond));
    }

    static Rate of(Audio audio) {
        return new Rate(48_000, audio.codec().startsWith("mp4a") ? AAC : AC_3);
    }

    /** The first frame that begins at an instant or after it. */
    long firstAt(long millis) {
        return Math.ceilDiv(ticks(millis), frame);
    }

    /** The frame that is seen or heard at an instant. */
    long onAt(long millis) {
        return Math.floorDiv(ticks(millis), frame);
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
