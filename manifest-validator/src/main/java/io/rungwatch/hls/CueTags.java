package io.rungwatch.hls;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Ad markers as packagers write them: a bare number, `elapsed/duration`, or attributes of many spellings. */
final class CueTags {
    private CueTags() {}

    static void out(Reading reading) {
        String value = reading.line.value();
        Attributes attributes = attributes(reading, value);
        OptionalLong duration = leadingNumber(value);
        if (duration.isEmpty()) {
            duration = attribute(attributes, "DURATION", "Duration");
        }
        reading.media.cue(
                new Cue(reading.line.line(), Cue.Kind.OUT, value, duration, OptionalLong.empty(), attributes));
    }

    static void cont(Reading reading) {
        String value = reading.line.value();
        Attributes attributes = attributes(reading, value);
        int slash = value.indexOf('/');
        OptionalLong elapsed;
        OptionalLong duration;
        if (value.indexOf('=') >= 0) {
            elapsed = attribute(attributes, "ElapsedTime", "ELAPSED");
            duration = attribute(attributes, "Duration", "DURATION");
        } else if (slash >= 0) {
            elapsed = seconds(value.substring(0, slash));
            duration = seconds(value.substring(slash + 1));
        } else {
            elapsed = seconds(value);
            duration = OptionalLong.empty();
        }
        reading.media.cue(new Cue(reading.line.line(), Cue.Kind.CONT, value, duration, elapsed, attributes));
    }

    static void in(Reading reading) {
        simple(reading, Cue.Kind.IN);
    }

    static void scte35(Reading reading) {
        simple(reading, Cue.Kind.SCTE35);
    }

    /** The value is Base64 and no attribute list, though it may end with an equals sign. */
    static void oatcls(Reading reading) {
        reading.media.cue(new Cue(
                reading.line.line(),
                Cue.Kind.OATCLS_SCTE35,
                reading.line.value(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Attributes.NONE));
    }

    private static void simple(Reading reading, Cue.Kind kind) {
        String value = reading.line.value();
        Attributes attributes = attributes(reading, value);
        reading.media.cue(new Cue(
                reading.line.line(),
                kind,
                value,
                attribute(attributes, "DURATION", "Duration"),
                attribute(attributes, "ELAPSED", "ElapsedTime"),
                attributes));
    }

    private static Attributes attributes(Reading reading, String value) {
        return value.indexOf('=') < 0 ? Attributes.NONE : reading.attributesOfAnySpelling();
    }

    private static OptionalLong attribute(Attributes attributes, String name, String spelling) {
        @Nullable String text = attributes.text(name);
        text = text != null ? text : attributes.text(spelling);
        return text == null ? OptionalLong.empty() : seconds(text);
    }

    /** `30`, also where attributes follow: `30,ID=7`. */
    private static OptionalLong leadingNumber(String value) {
        int comma = value.indexOf(',');
        return seconds(comma < 0 ? value : value.substring(0, comma));
    }

    private static OptionalLong seconds(String text) {
        long nanos = Numbers.nanos(text.strip(), Numbers.LONGEST);
        return nanos == Numbers.BAD ? OptionalLong.empty() : OptionalLong.of(nanos);
    }
}
