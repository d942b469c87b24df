package io.rungwatch.dash;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * xs:dateTime, years 1 to 9999. Not the dates of HLS: those count nanoseconds in a long, and an MPD may well be available since 1601.
 * Hour 24 is the next day's midnight, second 60 the last millisecond before the minute.
 */
final class Moments {
    private static final int SHORTEST = 19;
    private static final int LONGEST_OFFSET = 14 * 3600;

    private Moments() {}

    /** Null for what is no date. */
    static @Nullable Instant parse(String raw) {
        String text = raw.strip();
        if (text.length() < SHORTEST || text.length() > 64 || !punctuated(text)) {
            return null;
        }
        int year = two(text, 0) * 100 + two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        int zone = zoneStart(text);
        long nanos = fraction(text, zone);
        int offset = offset(text, zone);
        boolean date = year > 0
                && month > 0
                && month < 13
                && day > 0
                && day <= YearMonth.of(year, month).lengthOfMonth();
        boolean time = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        boolean midnight = hour == 24 && minute == 0 && second == 0 && nanos == 0;
        if (!date || !(time || midnight) || nanos < 0 || Math.abs(offset) > LONGEST_OFFSET) {
            return null;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3600L + minute * 60L - offset;
        return second == 60
                ? Instant.ofEpochSecond(seconds + 59, 999_000_000)
                : Instant.ofEpochSecond(seconds + second, nanos);
    }

    /** Of a text that is a date: whether it says nothing of its zone. */
    static boolean zoneMissing(String raw) {
        String text = raw.strip();
        return zoneStart(text) == text.length();
    }

    private static boolean punctuated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int zoneStart(String text) {
        int i = SHORTEST;
        while (i < text.length() && (text.charAt(i) == '.' || (text.charAt(i) >= '0' && text.charAt(i) <= '9'))) {
            i++;
        }
        return i;
    }

    /** Cut after nine digits, not rounded. */
    private static long fraction(String text, int zone) {
        if (zone == SHORTEST) {
            return 0;
        }
        if (text.charAt(SHORTEST) != '.' || zone == SHORTEST + 1 || text.indexOf('.', SHORTEST + 1) >= 0) {
            return -1;
        }
        long nanos = 0;
        for (int i = SHORTEST + 1; i < SHORTEST + 10; i++) {
            nanos = nanos * 10 + (i < zone ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    /** Seconds east of Greenwich; more than a day for what is no zone. */
    private static int offset(String text, int from) {
        int length = text.length() - from;
        if (length == 0 || (length == 1 && text.charAt(from) == 'Z')) {
            return 0;
        }
        if (length != 6 || text.charAt(from + 3) != ':' || "+-".indexOf(text.charAt(from)) < 0) {
            return Integer.MAX_VALUE;
        }
        int hours = two(text, from + 1);
        int minutes = two(text, from + 4);
        if (hours < 0 || minutes < 0 || minutes > 59) {
            return Integer.MAX_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return text.charAt(from) == '-' ? -seconds : seconds;
    }

    /** Two digits, or a number so negative that a sum with it stays negative. */
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1_000_000 : tens * 10 + ones;
    }
}
