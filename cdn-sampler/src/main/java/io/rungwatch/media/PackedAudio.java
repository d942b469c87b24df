package io.rungwatch.media;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Audio frames without a container.
 *
 * @param tagBytes of the ID3 tag in front, 0 without one
 * @param timestamp of its first frame, as it stands in the tag: 33 bits of 90 kHz, and 31 above that must be zero
 * @param audio empty where no frame was found
 */
public record PackedAudio(long bytes, long tagBytes, OptionalLong timestamp, Optional<AudioRun> audio)
        implements Look {}
