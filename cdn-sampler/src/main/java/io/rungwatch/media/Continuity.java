package io.rungwatch.media;

/**
 * The continuity counter of one pid, which counts packets with content from 0 to 15 and round again.
 *
 * @param first of this segment, -1 where no packet told one
 * @param last of this segment
 * @param errors where it was not as it must be
 * @param duplicates packets sent twice, as is allowed
 * @param announced packets with discontinuity_indicator, behind which anything may follow; not the first of the segment
 */
public record Continuity(int first, int last, long errors, long duplicates, long announced) {}
