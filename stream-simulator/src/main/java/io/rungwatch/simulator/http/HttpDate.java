package io.rungwatch.simulator.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** `Fri, 20 Nov 2026 09:46:54 GMT` */
public final class HttpDate {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** The last second that was asked for: one answer in a thousand needs the formatter. */
    private static volatile Known last = new Known(0, FORM.format(Instant.EPOCH));

    private HttpDate() {}

    public static String of(long millis) {
        long second = Math.floorDiv(millis, 1000);
        Known known = last;
        if (known.second != second) {
            known = new Known(second, FORM.format(Instant.ofEpochSecond(second)));
            last = known;
        }
        return known.text;
    }

    /** The epoch where the text is no date, which makes nothing look unmodified. */
    static long second(String text) {
        try {
            return Instant.from(FORM.parse(text)).getEpochSecond();
        } catch (DateTimeException e) {
            return 0;
        }
    }

    private record Known(long second, String text) {}
}
