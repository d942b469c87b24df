package io.rungwatch.checks.media;

import io.rungwatch.media.StreamKind.Sort;

/**
 * When one stream of a segment begins and how long it lasts, in seconds.
 *
 * @param id pid or track
 * @param begin of MPEG-TS when it is first shown, of MP4 when it is decoded: what adds up with durations
 * @param frame how long one frame lasts, 0 where nobody knows
 * @param turn after which its clock begins anew, 0 for never
 */
record Lane(Sort sort, long id, double begin, double duration, double frame, double turn) {
    double since(Lane other) {
        return apart(begin - other.begin);
    }

    /** Negative where both overlap. */
    double gapAfter(Lane before) {
        return since(before) - before.duration;
    }

    /** The short way round. */
    double apart(double seconds) {
        return turn == 0 ? seconds : Math.IEEEremainder(seconds, turn);
    }
}
