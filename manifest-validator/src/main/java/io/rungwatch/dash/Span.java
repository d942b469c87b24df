package io.rungwatch.dash;

import org.jspecify.annotations.Nullable;

/**
 * An xs:duration. A year counts 360 days and a month 30; what is longer than 100 years is 100 years.
 *
 * @param calendar whether years or months were given, whose length nobody knows
 */
public record Span(long nanos, boolean calendar, String text) {
    static final long LONGEST = 100L * 360 * 86_400 * Scale.SECOND;

    private static final String DATE_UNITS = "YMD";
    private static final String TIME_UNITS = "HMS";
    private static final long[] DATE_SECONDS = {360 * 86_400L, 30 * 86_400L, 86_400L};
    private static final long[] TIME_SECONDS = {3600, 60, 1};

    /** Null for what is none. */
    static @Nullable Span parse(String raw) {
        String text = raw.strip();
        boolean negative = text.startsWith("-");
        int i = negative ? 1 : 0;
        if (text.length() > 64 || text.length() < i + 3 || text.charAt(i) != 'P') {
            return null;
        }
        long nanos = 0;
        boolean calendar = false;
        boolean time = false;
        int unit = -1;
        for (i++; i < text.length(); ) {
            if (text.charAt(i) == 'T' && !time) {
                time = true;
                unit = -1;
                i++;
                continue;
            }
            int digits = digits(text, i);
            int end = digits < text.length() && text.charAt(digits) == '.' ? digits(text, digits + 1) : digits;
            int next = end < text.length() ? (time ? TIME_UNITS : DATE_UNITS).indexOf(text.charAt(end)) : -1;
            boolean fraction = end > digits;
            if (digits == i || next <= unit || (fraction && (!time || next != 2 || end == digits + 1))) {
                return null;
            }
            unit = next;
            calendar |= !time && next < 2;
            long seconds = number(text, i, digits);
            nanos = add(nanos, seconds, (time ? TIME_SECONDS : DATE_SECONDS)[next]);
            nanos = Math.min(LONGEST, nanos + (fraction ? fraction(text, digits + 1, end) : 0));
            i = end + 1;
        }
        return unit < 0 ? null : new Span(negative ? -nanos : nanos, calendar, text);
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static long number(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = Math.min(Scale.FAR / 100, value * 10 + (text.charAt(i) - '0'));
        }
        return value;
    }

    private static long add(long nanos, long count, long unitSeconds) {
        return Math.min(LONGEST, nanos + Scale.muldiv(count, unitSeconds * Scale.SECOND, 1, LONGEST));
    }

    /** Cut after nine digits: a fraction must not become a whole second. */
    private static long fraction(String text, int from, int to) {
        long nanos = 0;
        for (int i = from; i < from + 9; i++) {
            nanos = nanos * 10 + (i < to ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }
}
