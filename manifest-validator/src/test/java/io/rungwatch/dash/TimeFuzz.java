package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Any text as a date and as a duration of an MPD: in the forms that Java reads too, both read the same. */
public final class TimeFuzz {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):"
            + "[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-3]):[0-9]{2})");
    /** No years and months, which Java does not measure, and no more digits than a long holds. */
    private static final Pattern DURATION =
            Pattern.compile("P([0-9]{1,9}D)?(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?");

    private TimeFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, UTF_8);
        Instant instant = Moments.parse(text);
        if (DATE.matcher(text).matches() && !text.startsWith("0000")) {
            assertThat(instant).as(text).isEqualTo(dateAsJavaReads(text));
        }
        if (instant != null) {
            Moments.zoneMissing(text);
            assertThat(Moments.parse(instant.toString().length() < 20 ? text : instant.toString()))
                    .isNotNull();
        }
        Span span = Span.parse(text);
        if (span != null) {
            assertThat(span.nanos()).isBetween(-Span.LONGEST, Span.LONGEST);
        }
        if (text.length() > 2 && DURATION.matcher(text).matches()) {
            Duration java = Duration.parse(text);
            Duration longest = Duration.ofNanos(Span.LONGEST);
            assertThat(Objects.requireNonNull(span, text).nanos())
                    .as(text)
                    .isEqualTo((java.compareTo(longest) > 0 ? longest : java).toNanos());
        }
    }

    private static @Nullable Instant dateAsJavaReads(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
