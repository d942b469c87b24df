package io.rungwatch.hls;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The tags of a multivariant playlist. */
final class MultivariantTags {
    private MultivariantTags() {}

    static void streamInf(Reading reading) {
        reading.multivariant.variant(variant(reading, reading.attributes(), false, ""));
    }

    static void iFrameStreamInf(Reading reading) {
        Attributes attributes = reading.attributes();
        String uri = attributes.text("URI");
        if (uri == null) {
            reading.line.problem(ProblemKind.STREAM_INF_URI);
        }
        MultivariantBuilder multivariant = reading.multivariant;
        multivariant.iFrameVariants =
                reading.with(multivariant.iFrameVariants, variant(reading, attributes, true, uri == null ? "" : uri));
    }

    private static Variant variant(Reading reading, Attributes attributes, boolean iFrames, String uri) {
        long bandwidth = attributes.whole("BANDWIDTH").orElse(0);
        if (bandwidth <= 0) {
            reading.line.problem(ProblemKind.STREAM_INF_BANDWIDTH);
        }
        Resolution resolution = resolution(reading, attributes.text("RESOLUTION"));
        return new Variant(
                reading.line.line(),
                iFrames,
                uri,
                bandwidth,
                attributes.whole("AVERAGE-BANDWIDTH"),
                resolution.width,
                resolution.height,
                frameRate(reading, attributes.text("FRAME-RATE")),
                list(attributes.text("CODECS")),
                attributes);
    }

    private record Resolution(int width, int height) {
        static final Resolution NONE = new Resolution(0, 0);
    }

    private static Resolution resolution(Reading reading, @Nullable String text) {
        if (text == null) {
            return Resolution.NONE;
        }
        int x = text.indexOf('x');
        long width = x < 0 ? Numbers.BAD : Numbers.whole(text.substring(0, x));
        long height = x < 0 ? Numbers.BAD : Numbers.whole(text.substring(x + 1));
        if (width < 0 || height < 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            reading.problem(ProblemKind.NUMBER, "RESOLUTION=" + text);
            return Resolution.NONE;
        }
        return new Resolution((int) width, (int) height);
    }

    private static OptionalDouble frameRate(Reading reading, @Nullable String text) {
        if (text == null) {
            return OptionalDouble.empty();
        }
        long nanos = Numbers.nanos(text, Numbers.DAY);
        if (nanos == Numbers.BAD) {
            reading.problem(ProblemKind.NUMBER, "FRAME-RATE=" + text);
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) nanos / Numbers.SECOND);
    }

    static void media(Reading reading) {
        Attributes attributes = reading.attributes();
        String type = demanded(reading, attributes, "TYPE");
        MultivariantBuilder multivariant = reading.multivariant;
        multivariant.renditions = reading.with(
                multivariant.renditions,
                new Rendition(
                        reading.line.line(),
                        type(reading, type),
                        demanded(reading, attributes, "GROUP-ID"),
                        demanded(reading, attributes, "NAME"),
                        attributes.text("URI"),
                        attributes));
    }

    private static String demanded(Reading reading, Attributes attributes, String name) {
        String text = attributes.text(name);
        if (text == null) {
            reading.problem(ProblemKind.MEDIA_ATTRIBUTE, name);
            return "";
        }
        return text;
    }

    private static Rendition.Type type(Reading reading, String text) {
        return switch (text) {
            case "AUDIO" -> Rendition.Type.AUDIO;
            case "VIDEO" -> Rendition.Type.VIDEO;
            case "SUBTITLES" -> Rendition.Type.SUBTITLES;
            case "CLOSED-CAPTIONS" -> Rendition.Type.CLOSED_CAPTIONS;
            case "" -> Rendition.Type.UNKNOWN;
            default -> {
                reading.problem(ProblemKind.UNKNOWN_VALUE, "TYPE=" + text);
                yield Rendition.Type.UNKNOWN;
            }
        };
    }

    static void sessionData(Reading reading) {
        Attributes attributes = reading.attributes();
        reading.multivariant.sessionData = reading.with(
                reading.multivariant.sessionData,
                new SessionData(
                        reading.line.line(),
                        reading.required(attributes, "DATA-ID"),
                        attributes.text("VALUE"),
                        attributes.text("URI"),
                        attributes.text("LANGUAGE")));
    }

    static void sessionKey(Reading reading) {
        reading.multivariant.sessionKeys = reading.with(reading.multivariant.sessionKeys, SegmentTags.readKey(reading));
    }

    static void contentSteering(Reading reading) {
        Attributes attributes = reading.attributes();
        reading.multivariant.contentSteering = new ContentSteering(
                reading.line.line(), reading.required(attributes, "SERVER-URI"), attributes.text("PATHWAY-ID"));
    }

    /** A comma-separated list, blanks around its members removed. */
    static List<String> list(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        List<String> list = new ArrayList<>(2);
        for (int from = 0; from <= text.length(); ) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            list.add(text.substring(from, to).strip());
            from = to + 1;
        }
        return List.copyOf(list);
    }
}
