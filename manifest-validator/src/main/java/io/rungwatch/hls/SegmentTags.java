package io.rungwatch.hls;

import java.util.Set;

/** Tags that say something about the segment that follows, or about all that follow. */
final class SegmentTags {
    private static final Set<String> METHODS = Set.of("NONE", "AES-128", "SAMPLE-AES", "SAMPLE-AES-CTR", "AES-256-GCM");

    private SegmentTags() {}

    static void extinf(Reading reading) {
        HlsScanner line = reading.line;
        byte[] b = line.bytes();
        int from = line.valueStart();
        int stop = line.stop();
        int comma = from;
        while (comma < stop && b[comma] != ',') {
            comma++;
        }
        if (comma == stop) {
            line.problem(ProblemKind.EXTINF_COMMA);
        }
        long duration = Numbers.nanos(b, from, comma, Numbers.DAY);
        if (duration == Numbers.BAD) {
            duration = unusualDuration(line, from, comma);
        }
        reading.media.extinf(duration, comma + 1 >= stop ? "" : line.string(comma + 1, stop));
    }

    private static long unusualDuration(HlsScanner line, int from, int to) {
        String text = line.string(from, to);
        long duration = Numbers.nanos(text.strip(), Numbers.DAY);
        line.problem(duration == Numbers.BAD ? ProblemKind.DURATION : ProblemKind.WHITESPACE, from, to);
        return Math.max(duration, 0);
    }

    static void byteRange(Reading reading) {
        reading.media.byteRange = ByteRanges.of(reading, reading.line.value());
    }

    static void discontinuity(Reading reading) {
        misplacedAfterPart(reading);
        reading.media.discontinuity();
    }

    static void gap(Reading reading) {
        reading.media.gap = true;
    }

    static void bitrate(Reading reading) {
        HlsScanner line = reading.line;
        long kilobits = Numbers.whole(line.bytes(), line.valueStart(), line.stop());
        if (kilobits < 0 || kilobits > Long.MAX_VALUE / 1000) {
            line.problem(ProblemKind.NUMBER);
        } else {
            reading.media.bitrate = kilobits * 1000;
        }
    }

    static void programDateTime(Reading reading) {
        misplacedAfterPart(reading);
        HlsScanner line = reading.line;
        byte[] b = line.bytes();
        long date = reading.dates.nanos(b, line.valueStart(), line.stop());
        if (date == Dates.BAD) {
            line.problem(ProblemKind.DATE);
            return;
        }
        boolean zoneMissing = b[line.stop() - 1] != 'Z' && Dates.zoneMissing(b, line.valueStart(), line.stop());
        if (zoneMissing) {
            line.once(ProblemKind.DATE_ZONE_MISSING, line.start(), line.stop());
        }
        reading.media.date(date, zoneMissing ? Dating.TAG_WITHOUT_ZONE : Dating.TAG);
    }

    static void key(Reading reading) {
        misplacedAfterPart(reading);
        Key key = readKey(reading);
        if (key.method().equals("NONE") && key.attributes().all().size() > 1) {
            reading.line.problem(ProblemKind.KEY);
        }
        reading.media.key(key);
    }

    static Key readKey(Reading reading) {
        Attributes attributes = reading.attributes();
        String method = reading.required(attributes, "METHOD");
        if (method != null && !METHODS.contains(method)) {
            reading.problem(ProblemKind.UNKNOWN_VALUE, "METHOD=" + method);
        }
        if (method != null && !method.equals("NONE") && !attributes.has("URI")) {
            reading.problem(ProblemKind.ATTRIBUTE_MISSING, reading.line.tagName() + ": URI");
        }
        return new Key(
                reading.line.line(),
                method == null ? "" : method,
                attributes.text("URI"),
                attributes.text("IV"),
                attributes.text("KEYFORMAT", "identity"),
                attributes.text("KEYFORMATVERSIONS", "1"),
                attributes);
    }

    static void map(Reading reading) {
        misplacedAfterPart(reading);
        Attributes attributes = reading.attributes();
        String uri = reading.required(attributes, "URI");
        if (uri == null) {
            return;
        }
        String range = attributes.text("BYTERANGE");
        ByteRange byteRange = range == null ? null : ByteRanges.of(reading, range);
        if (byteRange != null && !byteRange.offsetWritten()) {
            reading.line.problem(ProblemKind.BYTE_RANGE);
        }
        reading.media.map(new InitSection(reading.line.line(), uri, byteRange, reading.media.keys()));
    }

    /** What changes the state of a segment must stand before its first partial segment. */
    private static void misplacedAfterPart(Reading reading) {
        if (!reading.media.parts.isEmpty()) {
            reading.line.problem(ProblemKind.MISPLACED_TAG);
        }
    }
}
