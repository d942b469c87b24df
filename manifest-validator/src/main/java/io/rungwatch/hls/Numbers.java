package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Numbers read by hand: no exception for bad text, no double for time. */
final class Numbers {
    static final long BAD = Long.MIN_VALUE;
    static final long SECOND = 1_000_000_000L;
    /** The longest segment that is believed, in seconds. */
    static final long DAY = 86_400;
    /** The longest anything, in seconds: 126 years, and still far from the end of a long in nanoseconds. */
    static final long LONGEST = 4_000_000_000L;

    private static final int MAX_DECIMAL = 20;
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private Numbers() {}

    static long nanos(String text, long maxSeconds) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return nanos(bytes, 0, bytes.length, maxSeconds);
    }

    static long signedNanos(String text) {
        boolean negative = text.startsWith("-");
        long nanos = nanos(negative ? text.substring(1) : text, LONGEST);
        return nanos == BAD || !negative ? nanos : -nanos;
    }

    /** Decimal seconds as nanoseconds, what lies beyond rounded half up; {@link #BAD} for all else. */
    static long nanos(byte[] b, int from, int to, long maxSeconds) {
        if (to - from > MAX_DECIMAL) {
            return BAD;
        }
        long whole = 0;
        int i = from;
        while (i < to && isDigit(b[i])) {
            whole = whole * 10 + (b[i++] - '0');
            if (whole > maxSeconds) {
                return BAD;
            }
        }
        if (i == to) {
            return i == from ? BAD : whole * SECOND;
        }
        if (b[i] != '.' || to - from == 1) {
            return BAD;
        }
        long nanos = whole * SECOND + fraction(b, i + 1, to);
        return nanos < 0 || nanos > maxSeconds * SECOND ? BAD : nanos;
    }

    /** The digits after a decimal point as nanoseconds, rounded half up; {@link #BAD} if there is anything but digits. */
    static long fraction(byte[] b, int from, int to) {
        long fraction = 0;
        int i = from;
        int nine = Math.min(to, from + 9);
        for (; i < nine; i++) {
            if (!isDigit(b[i])) {
                return BAD;
            }
            fraction = fraction * 10 + (b[i] - '0');
        }
        fraction *= POWERS[9 - (nine - from)];
        if (i < to && b[i] >= '5') {
            fraction++;
        }
        for (; i < to; i++) {
            if (!isDigit(b[i])) {
                return BAD;
            }
        }
        return fraction;
    }

    static long whole(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return whole(bytes, 0, bytes.length);
    }

    /** Decimal digits below 2^63, or {@link #BAD}. */
    static long whole(byte[] b, int from, int to) {
        if (!isUnsigned(b, from, to)) {
            return BAD;
        }
        long value = unsigned(b, from, to);
        return value < 0 ? BAD : value;
    }

    static boolean isUnsigned(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return isUnsigned(bytes, 0, bytes.length);
    }

    /** Nothing but decimal digits, below 2^64. */
    static boolean isUnsigned(byte[] b, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 20) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isDigit(b[i])) {
                return false;
            }
        }
        if (length < 20) {
            return true;
        }
        long head = unsigned(b, from, to - 1);
        long limit = Long.divideUnsigned(-1L, 10);
        int order = Long.compareUnsigned(head, limit);
        return order < 0 || (order == 0 && b[to - 1] <= '5');
    }

    /** Only of what {@link #isUnsigned} accepts. */
    static long unsigned(byte[] b, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (b[i] - '0');
        }
        return value;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
