package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Any text as a date of a playlist: in the form that Java reads too, both read the same instant. */
public final class DateFuzz {
    /** Not hour 24, nor second 60, nor beyond Java's offsets: there we say more than Java. */
    private static final Pattern COMMON = Pattern.compile("(1[7-9]|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):"
            + "[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-7]):[0-9]{2})");

    private DateFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, ISO_8859_1);
        long nanos = new Dates().nanos(text);
        if (COMMON.matcher(text).matches()) {
            assertThat(nanos).as(text).isEqualTo(asJavaReads(text));
        }
        if (nanos != Dates.BAD) {
            Dates.zoneMissing(data, 0, data.length);
            assertThat(new Dates().nanos(text)).isEqualTo(nanos);
        }
    }

    private static long asJavaReads(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.getEpochSecond() * Numbers.SECOND + instant.getNano();
        } catch (DateTimeException e) {
            return Dates.BAD;
        }
    }
}
