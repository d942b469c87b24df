package io.rungwatch.media;

import java.util.Optional;

/**
 * One track of an init section.
 *
 * @param handler vide, soun, subt, text, meta
 * @param timescale ticks per second
 * @param language ISO 639-2, or und
 * @param width to be shown, 0 where nothing is
 * @param defaults of its samples, where the init section tells them
 */
public record Track(
        long id,
        String handler,
        long timescale,
        String language,
        int width,
        int height,
        Optional<SampleEntry> entry,
        Optional<SampleDefaults> defaults) {}
