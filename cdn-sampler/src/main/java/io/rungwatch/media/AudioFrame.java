package io.rungwatch.media;

/**
 * What one frame says of itself.
 *
 * @param length in bytes
 * @param samples per channel; 0 for a frame that adds channels to the one before it
 * @param channels 0 where it does not say
 */
record AudioFrame(int length, int samples, int rate, int channels, Codec codec) {}
