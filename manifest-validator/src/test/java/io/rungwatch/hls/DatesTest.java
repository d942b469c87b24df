package io.rungwatch.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00Z, 2026-03-01T08:00:00Z",
        "2026-03-01t08:00:00z, 2026-03-01T08:00:00Z",
        "2026-03-01 08:00:00Z, 2026-03-01T08:00:00Z",
        "2026-03-01T08:00:00.5Z, 2026-03-01T08:00:00.5Z",
        "2026-03-01T08:00:00.123456789Z, 2026-03-01T08:00:00.123456789Z",
        "2026-03-01T08:00:00.999999999999Z, 2026-03-01T08:00:00.999999999Z",
        "'2026-03-01T08:00:00,25Z', 2026-03-01T08:00:00.25Z",
        "2026-03-01T08:00:00+07:00, 2026-03-01T01:00:00Z",
        "2026-03-01T08:00:00.250-0330, 2026-03-01T11:30:00.25Z",
        "2026-03-01T08:00:00+01, 2026-03-01T07:00:00Z",
        "2026-03-01T08:00:00+14:00, 2026-02-28T18:00:00Z",
        "2026-03-01T08:00:00, 2026-03-01T08:00:00Z",
        "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "2026-12-31T24:00:00Z, 2027-01-01T00:00:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59.999Z",
        "2016-12-31T23:59:60.5Z, 2016-12-31T23:59:59.999Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.5Z"
    })
    void reads(String text, Instant expected) {
        assertThat(new Dates().nanos(text)).isEqualTo(nanos(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-03-01",
                "2026-03-01T08:00Z",
                "0000-00-00T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T24:00:01Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:61Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.12.5Z",
                "2026-01-01T00:00:00123Z",
                "2026-01-01T00:00:00.1x",
                "2026-01-01T00:00:00+25:00",
                "2026-01-01T00:00:00+1:00",
                "2026-01-01T00:00:00+01:60",
                "2026-01-01T00:00:00ZZ",
                "292000000-01-01T00:00:00Z",
                "9999-01-01T00:00:00Z",
                "-026-01-01T00:00:00Z",
                "２０２６-01-01T00:00:00Z"
            })
    void refuses(String text) {
        assertThat(new Dates().nanos(text)).isEqualTo(Dates.BAD);
    }

    /** Every day of the calendar that fits, beside java.time, with one reader that remembers the day before. */
    @Test
    void agreesWithTheCalendar() {
        Dates dates = new Dates();
        LocalDate last = LocalDate.of(2261, 12, 31);
        for (LocalDate day = LocalDate.of(1678, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
            assertThat(dates.nanos(day + "T00:00:00Z")).isEqualTo(day.toEpochDay() * 86_400 * Numbers.SECOND);
        }
    }

    @Test
    void aBadDayIsNotRememberedAsAGoodOne() {
        Dates dates = new Dates();
        assertThat(dates.nanos("2026-02-28T00:00:00Z")).isNotEqualTo(Dates.BAD);
        assertThat(dates.nanos("2026-02-29T00:00:00Z")).isEqualTo(Dates.BAD);
        assertThat(dates.nanos("2026-02-29T00:00:00Z")).isEqualTo(Dates.BAD);
        assertThat(dates.nanos("2026-02-28T00:00:00Z")).isNotEqualTo(Dates.BAD);
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * Numbers.SECOND + instant.getNano();
    }
}
