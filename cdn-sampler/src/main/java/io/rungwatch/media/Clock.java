package io.rungwatch.media;

/**
 * Program clock references of one pid, in ticks of 27 MHz. How far they are apart is told between references that no
 * discontinuity_indicator parts.
 *
 * @param least may be negative: a clock that went back
 * @param backward how often it did
 * @param announced references behind a discontinuity_indicator
 */
public record Clock(long count, long first, long last, long least, long greatest, long backward, long announced) {}
