package io.rungwatch.media;

import java.util.Optional;

/**
 * How the samples of a track are coded.
 *
 * @param format as it stands there: encv or enca where they are encrypted
 * @param width of a picture, before anything is cropped
 * @param channels of sound
 * @param rate of sound, in hertz
 * @param codec empty where its configuration is missing
 * @param picture as its sequence parameter set says
 */
public record SampleEntry(
        String format,
        int width,
        int height,
        int channels,
        int rate,
        Optional<Codec> codec,
        Optional<Picture> picture,
        Optional<Encryption> encryption) {}
