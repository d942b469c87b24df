package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * ISO 8601 dates as playlists have them, read by hand: java.time takes longer for one date than the rest of a segment costs, and throws.
 * Times are nanoseconds since 1970, so years from 1678 to 2261. Remembers the last day that it saw, since the next date is of the same.
 */
final class Dates {
    static final long BAD = Numbers.BAD;

    private static final int DAY_LENGTH = 10;
    private static final int TIME_LENGTH = 19;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int MAX_OFFSET_HOURS = 18;

    private long yearAndMonth;
    private int dayOfMonth;
    private long lastDay = BAD;

    long nanos(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return nanos(bytes, 0, bytes.length);
    }

    /** `YYYY-MM-DDThh:mm:ss[.f…][zone]`; hour 24 is the next day's midnight, second 60 the last millisecond before the minute. */
    long nanos(byte[] b, int from, int to) {
        if (to - from < TIME_LENGTH
                || !isTimeMark(b[from + DAY_LENGTH])
                || b[from + 13] != ':'
                || b[from + 16] != ':') {
            return BAD;
        }
        long day = day(b, from);
        int hour = two(b, from + 11);
        int minute = two(b, from + 14);
        int second = two(b, from + 17);
        int zone = zoneStart(b, from + TIME_LENGTH, to);
        long fraction = zone == from + TIME_LENGTH ? 0 : fraction(b, from + TIME_LENGTH, zone);
        long offset = zone == to - 1 && b[zone] == 'Z' ? 0 : offset(b, zone, to);
        if (day == BAD || (hour | minute | second) < 0 || fraction < 0 || offset == BAD) {
            return BAD;
        }
        if (minute > 59 || second > 60 || hour > 24 || (hour == 24 && (minute | second | fraction) != 0)) {
            return BAD;
        }
        if (second == 60) {
            second = 59;
            fraction = 999_000_000;
        }
        long seconds = day * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second - offset;
        return seconds * Numbers.SECOND + fraction;
    }

    /** Whether a text that {@link #nanos} accepts says nothing of its zone. */
    static boolean zoneMissing(byte[] b, int from, int to) {
        return zoneStart(b, from + TIME_LENGTH, to) == to;
    }

    /** Days from 1970 to the date in ten characters, or {@link #BAD}. */
    private long day(byte[] b, int from) {
        long head = Words.at(b, from);
        int tail = b[from + 8] << 8 | b[from + 9];
        if (head != yearAndMonth || tail != dayOfMonth) {
            lastDay = newDay(b, from);
            yearAndMonth = head;
            dayOfMonth = tail;
        }
        return lastDay;
    }

    private static long newDay(byte[] b, int from) {
        int year = two(b, from) * 100 + two(b, from + 2);
        int month = two(b, from + 5);
        int day = two(b, from + 8);
        boolean dashes = b[from + 4] == '-' && b[from + 7] == '-';
        if (!dashes || year < 1678 || year > 2261 || month < 1 || month > 12) {
            return BAD;
        }
        return day < 1 || day > daysIn(year, month) ? BAD : epochDay(year, month, day);
    }

    private static boolean isTimeMark(byte c) {
        return c == 'T' || c == 't' || c == ' ';
    }

    private static int zoneStart(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] == '.' || b[i] == ',' || (b[i] >= '0' && b[i] <= '9'))) {
            i++;
        }
        return i;
    }

    /** Cut after nine digits, not rounded: a fraction of twelve nines must not become a whole second. */
    private static long fraction(byte[] b, int from, int to) {
        if ((b[from] != '.' && b[from] != ',') || to - from < 2) {
            return BAD;
        }
        long nanos = Numbers.fraction(b, from + 1, Math.min(to, from + 10));
        return to > from + 10 && Numbers.fraction(b, from + 10, to) < 0 ? BAD : nanos;
    }

    /** Seconds east of Greenwich: `Z`, `+hh:mm`, `+hhmm`, `+hh`, or nothing. */
    private static long offset(byte[] b, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        if (length == 1) {
            return b[from] == 'Z' || b[from] == 'z' ? 0 : BAD;
        }
        boolean colon = length == 6 && b[from + 3] == ':';
        if ((b[from] != '+' && b[from] != '-') || !(colon || length == 5 || length == 3)) {
            return BAD;
        }
        int hours = two(b, from + 1);
        int minutes = length == 3 ? 0 : two(b, to - 2);
        if (hours < 0 || hours > MAX_OFFSET_HOURS || minutes < 0 || minutes > 59) {
            return BAD;
        }
        long seconds = hours * 3600L + minutes * 60L;
        return b[from] == '-' ? -seconds : seconds;
    }

    /** Two digits, or a number so negative that a sum with it stays negative. */
    private static int two(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1_000_000 : tens * 10 + ones;
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970 in the proleptic Gregorian calendar; the year begins in March, so that the leap day is its last. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return 365L * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
    }
}
