package io.rungwatch.hls;

/** Tags that both kinds of playlist may have. */
final class BasicTags {
    private BasicTags() {}

    /** Being there is all that the tag says. */
    static void nothing(Reading reading) {}

    static void version(Reading reading) {
        HlsScanner line = reading.line;
        long version = Numbers.whole(line.bytes(), line.valueStart(), line.stop());
        if (version < 0 || version > Integer.MAX_VALUE) {
            line.problem(ProblemKind.NUMBER);
        } else {
            reading.version = (int) version;
        }
    }

    static void start(Reading reading) {
        Attributes attributes = reading.attributes();
        String text = reading.required(attributes, "TIME-OFFSET");
        if (text == null) {
            return;
        }
        long offset = Numbers.signedNanos(text);
        if (offset == Numbers.BAD) {
            reading.line.problem(ProblemKind.NUMBER);
        } else {
            reading.start = new Start(reading.line.line(), offset, attributes.yes("PRECISE"));
        }
    }
}
