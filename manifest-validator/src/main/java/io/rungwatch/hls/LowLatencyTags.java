package io.rungwatch.hls;

import java.util.List;
import java.util.OptionalLong;

/** The tags of Low-Latency HLS. */
final class LowLatencyTags {
    private LowLatencyTags() {}

    static void partInf(Reading reading) {
        String text = reading.required(reading.attributes(), "PART-TARGET");
        if (text == null) {
            return;
        }
        long target = Numbers.nanos(text, Numbers.DAY);
        if (target == Numbers.BAD) {
            reading.line.problem(ProblemKind.NUMBER);
        } else {
            reading.media.partTarget = target;
        }
    }

    static void serverControl(Reading reading) {
        Attributes attributes = reading.attributes();
        reading.media.serverControl = new ServerControl(
                reading.line.line(),
                attributes.yes("CAN-BLOCK-RELOAD"),
                duration(reading, attributes, "CAN-SKIP-UNTIL"),
                attributes.yes("CAN-SKIP-DATERANGES"),
                duration(reading, attributes, "HOLD-BACK"),
                duration(reading, attributes, "PART-HOLD-BACK"));
    }

    private static OptionalLong duration(Reading reading, Attributes attributes, String name) {
        OptionalLong duration = attributes.duration(name);
        if (duration.isEmpty() && attributes.has(name)) {
            reading.problem(ProblemKind.NUMBER, name + "=" + attributes.text(name));
        }
        return duration;
    }

    static void part(Reading reading) {
        Attributes attributes = reading.attributes();
        String uri = reading.required(attributes, "URI");
        String text = reading.required(attributes, "DURATION");
        if (uri == null || text == null) {
            return;
        }
        long duration = Numbers.nanos(text, Numbers.DAY);
        if (duration == Numbers.BAD) {
            reading.line.problem(ProblemKind.DURATION);
            duration = 0;
        }
        String range = attributes.text("BYTERANGE");
        reading.media.part(new Part(
                reading.line.line(),
                uri,
                duration,
                attributes.yes("INDEPENDENT"),
                attributes.yes("GAP"),
                range == null ? null : ByteRanges.of(reading, range)));
    }

    static void skip(Reading reading) {
        Attributes attributes = reading.attributes();
        long segments = attributes.whole("SKIPPED-SEGMENTS").orElse(Numbers.BAD);
        if (segments == Numbers.BAD) {
            reading.line.problem(ProblemKind.SKIP);
            segments = 0;
        }
        if (!reading.media.isEmpty()) {
            reading.line.problem(ProblemKind.MISPLACED_TAG);
        }
        String removed = attributes.text("RECENTLY-REMOVED-DATERANGES", "");
        reading.media.skip(new Skip(reading.line.line(), segments, removed(removed)));
    }

    private static List<String> removed(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\t", -1));
    }

    static void preloadHint(Reading reading) {
        Attributes attributes = reading.attributes();
        String type = reading.required(attributes, "TYPE");
        String uri = reading.required(attributes, "URI");
        if (type == null || uri == null) {
            return;
        }
        if (!type.equals("PART") && !type.equals("MAP")) {
            reading.problem(ProblemKind.UNKNOWN_VALUE, "TYPE=" + type);
        }
        reading.media.preloadHints = reading.with(
                reading.media.preloadHints,
                new PreloadHint(
                        reading.line.line(),
                        type,
                        uri,
                        attributes.whole("BYTERANGE-START").orElse(0),
                        attributes.whole("BYTERANGE-LENGTH")));
    }

    static void renditionReport(Reading reading) {
        Attributes attributes = reading.attributes();
        String uri = reading.required(attributes, "URI");
        if (uri == null) {
            return;
        }
        reading.media.renditionReports = reading.with(
                reading.media.renditionReports,
                new RenditionReport(
                        reading.line.line(), uri, attributes.unsigned("LAST-MSN"), attributes.whole("LAST-PART")));
    }
}
