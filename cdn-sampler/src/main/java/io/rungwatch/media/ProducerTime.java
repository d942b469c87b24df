package io.rungwatch.media;

/**
 * One prft: when something was produced.
 *
 * @param ntp of 64 bits
 * @param mediaTime in the timescale of its track
 */
public record ProducerTime(long trackId, long ntp, long mediaTime) {}
