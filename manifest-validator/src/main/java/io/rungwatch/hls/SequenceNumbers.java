package io.rungwatch.hls;

/** Media and discontinuity sequence numbers are unsigned 64-bit: packagers that number by clock ticks use the upper half. */
public final class SequenceNumbers {
    private SequenceNumbers() {}

    public static int compare(long a, long b) {
        return Long.compareUnsigned(a, b);
    }

    /** `to - from`, exact where it fits into a long, else the largest or smallest long. */
    public static long distance(long from, long to) {
        long difference = to - from;
        boolean forward = Long.compareUnsigned(to, from) >= 0;
        if (forward == (difference >= 0)) {
            return difference;
        }
        return forward ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    public static String text(long number) {
        return Long.toUnsignedString(number);
    }
}
