package io.rungwatch.media;

/**
 * The frames of an audio stream, one behind the other.
 *
 * @param frames how many begin here
 * @param samples per channel
 * @param rate of the first frame, in hertz; so are channels and codec
 * @param broken how often something stood where a frame had to begin
 * @param mixed whether a frame differs from the first in rate, channels or codec
 * @param unfinished bytes that the last frame lacks
 */
public record AudioRun(
        AudioFormat format,
        long frames,
        long samples,
        int rate,
        int channels,
        Codec codec,
        int broken,
        boolean mixed,
        int unfinished) {
    public double seconds() {
        return (double) samples / rate;
    }
}
