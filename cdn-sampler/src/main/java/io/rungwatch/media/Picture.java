package io.rungwatch.media;

import java.util.Optional;

/**
 * What is shown, cropped.
 *
 * @param rate empty where the stream does not tell
 */
public record Picture(int width, int height, boolean interlaced, Optional<Rate> rate) {
    /** Frames in so many seconds: 30000 in 1001. */
    public record Rate(long frames, long seconds) {
        public double perSecond() {
            return (double) frames / seconds;
        }

        static Optional<Rate> of(long frames, long seconds) {
            return frames > 0 && seconds > 0 ? Optional.of(new Rate(frames, seconds)) : Optional.empty();
        }
    }
}
