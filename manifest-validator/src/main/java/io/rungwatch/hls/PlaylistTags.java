package io.rungwatch.hls;

/** Tags that describe a media playlist as a whole. */
final class PlaylistTags {
    private PlaylistTags() {}

    static void targetDuration(Reading reading) {
        HlsScanner line = reading.line;
        String text = line.value();
        long nanos = Numbers.nanos(text.strip(), Numbers.LONGEST);
        boolean whole = nanos > 0 && nanos % Numbers.SECOND == 0;
        if (!whole || !Numbers.isUnsigned(text)) {
            line.problem(ProblemKind.TARGET_DURATION);
        }
        reading.media.targetDurationText = text;
        reading.media.targetDuration = whole ? nanos : Numbers.BAD;
    }

    static void mediaSequence(Reading reading) {
        if (!reading.media.isEmpty()) {
            reading.line.problem(ProblemKind.MISPLACED_TAG);
        }
        reading.media.mediaSequence(number(reading));
    }

    static void discontinuitySequence(Reading reading) {
        if (!reading.media.isEmpty() || reading.has(Tag.DISCONTINUITY)) {
            reading.line.problem(ProblemKind.MISPLACED_TAG);
        }
        reading.media.discontinuitySequence(number(reading));
    }

    private static long number(Reading reading) {
        HlsScanner line = reading.line;
        if (!Numbers.isUnsigned(line.bytes(), line.valueStart(), line.stop())) {
            line.problem(ProblemKind.SEQUENCE_NUMBER);
            return 0;
        }
        return Numbers.unsigned(line.bytes(), line.valueStart(), line.stop());
    }

    static void playlistType(Reading reading) {
        switch (reading.line.value()) {
            case "EVENT" -> reading.media.type = PlaylistType.EVENT;
            case "VOD" -> reading.media.type = PlaylistType.VOD;
            default -> reading.line.problem(ProblemKind.UNKNOWN_VALUE);
        }
    }
}
