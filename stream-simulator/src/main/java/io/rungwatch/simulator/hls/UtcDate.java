package io.rungwatch.simulator.hls;

/** `2026-11-20T09:46:54.000Z` by arithmetic: a playlist of an hour has hundreds of dates. */
final class UtcDate {
    private static final long DAY = 86_400_000L;

    /** The least number of so many digits. */
    private static final long[] LEAST = {0, 1, 10, 100, 1000};

    private UtcDate() {}

    static void append(StringBuilder out, long millis) {
        appendBare(out, millis);
        out.append('Z');
    }

    /** Without a zone. */
    static void appendBare(StringBuilder out, long millis) {
        long days = Math.floorDiv(millis, DAY);
        int rest = (int) Math.floorMod(millis, DAY);
        // Howard Hinnant's civil_from_days: years that begin in March put the leap day last.
        long z = days + 719_468;
        long era = Math.floorDiv(z, 146_097L);
        long dayOfEra = z - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long march = (5 * dayOfYear + 2) / 153;
        long month = march < 10 ? march + 3 : march - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        padded(out, year, 4).append('-');
        padded(out, month, 2).append('-');
        padded(out, dayOfYear - (153 * march + 2) / 5 + 1, 2).append('T');
        padded(out, rest / 3_600_000, 2).append(':');
        padded(out, rest / 60_000 % 60, 2).append(':');
        padded(out, rest / 1000 % 60, 2).append('.');
        padded(out, rest % 1000, 3);
    }

    /** 6.006 of 6006. */
    static void appendSeconds(StringBuilder out, long millis) {
        if (millis < 0) {
            out.append('-');
        }
        out.append(Math.abs(millis) / 1000).append('.');
        padded(out, Math.abs(millis) % 1000, 3);
    }

    static StringBuilder padded(StringBuilder out, long value, int width) {
        for (long limit = LEAST[width]; limit > 1 && value < limit; limit /= 10) {
            out.append('0');
        }
        return out.append(value);
    }
}
