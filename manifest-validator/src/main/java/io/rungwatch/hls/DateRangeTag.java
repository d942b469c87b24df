package io.rungwatch.hls;

import java.util.OptionalLong;

/** EXT-X-DATERANGE. */
final class DateRangeTag {
    private DateRangeTag() {}

    static void dateRange(Reading reading) {
        Attributes attributes = reading.attributes();
        reading.required(attributes, "ID");
        reading.media.dateRange(new DateRange(
                reading.line.line(),
                attributes.text("ID"),
                attributes.text("CLASS"),
                date(reading, attributes, "START-DATE"),
                date(reading, attributes, "END-DATE"),
                duration(reading, attributes, "DURATION"),
                duration(reading, attributes, "PLANNED-DURATION"),
                attributes.yes("END-ON-NEXT"),
                attributes));
    }

    private static OptionalLong date(Reading reading, Attributes attributes, String name) {
        String text = attributes.text(name);
        long date = text == null ? Dates.BAD : reading.dates.nanos(text);
        if (text != null && date == Dates.BAD) {
            reading.problem(ProblemKind.DATE, name + "=" + text);
        }
        return date == Dates.BAD ? OptionalLong.empty() : OptionalLong.of(date);
    }

    private static OptionalLong duration(Reading reading, Attributes attributes, String name) {
        OptionalLong duration = attributes.duration(name);
        if (duration.isEmpty() && attributes.has(name)) {
            reading.problem(ProblemKind.NUMBER, name + "=" + attributes.text(name));
        }
        return duration;
    }
}
