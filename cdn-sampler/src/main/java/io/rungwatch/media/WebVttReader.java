package io.rungwatch.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads WebVTT line by line: W3C WebVTT, 4; RFC 8216, 3.5. Of a long line only the beginning is looked at. */
final class WebVttReader implements MediaReader {
    private static final String SIGNATURE = "WEBVTT";
    private static final Pattern FIRST_LINE = Pattern.compile("(?s)\ufeff?WEBVTT([ \t].*)?");
    private static final String MAP = "X-TIMESTAMP-MAP=";
    private static final Pattern NUMBERS = Pattern.compile("MPEGTS:(\\d{1,18})");
    private static final Pattern LOCAL = Pattern.compile("LOCAL:([\\d:.]+)");
    private static final int LONGEST_LINE = 512;

    private final byte[] line = new byte[LONGEST_LINE];
    private final Utf8 utf8 = new Utf8();
    private final CueReader cues = new CueReader();
    private int length;
    private byte before;
    private long bytes;
    private long lines;
    private boolean header = true;
    private boolean wellBegun;
    private boolean badMap;
    private Optional<WebVtt.TimestampMap> map = Optional.empty();

    static boolean begins(byte[] bytes, int end) {
        String head = new String(bytes, 0, Math.min(end, SIGNATURE.length() + 3), UTF_8);
        return head.startsWith(SIGNATURE) || head.startsWith("\ufeff" + SIGNATURE);
    }

    @Override
    public void add(byte[] chunk, int offset, int count) {
        bytes += count;
        for (int i = offset; i < offset + count; i++) {
            next(chunk[i]);
        }
    }

    private void next(byte value) {
        utf8.add(value);
        if (value == '\r' || (value == '\n' && before != '\r')) {
            line();
        } else if (value != '\n' && length < LONGEST_LINE) {
            line[length++] = value;
        }
        before = value;
    }

    private void line() {
        String text = new String(line, 0, length, UTF_8);
        length = 0;
        if (lines++ == 0) {
            wellBegun = FIRST_LINE.matcher(text).matches();
        } else if (header && text.startsWith(MAP)) {
            map(text);
        } else {
            header &= !text.isEmpty() && !text.contains(CueReader.ARROW);
            cues.line(text);
        }
    }

    /** Both parts may come first. */
    private void map(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        Matcher local = LOCAL.matcher(text);
        if (numbers.find() && local.find() && CueTime.read(local.group(1)).isPresent()) {
            map = Optional.of(new WebVtt.TimestampMap(
                    Long.parseLong(numbers.group(1)),
                    CueTime.read(local.group(1)).getAsLong()));
        } else {
            badMap = true;
        }
    }

    @Override
    public Look look() {
        if (length > 0) {
            line();
        }
        return new WebVtt(
                bytes, wellBegun, utf8.valid(), map, badMap, cues.badTimings(), cues.backward(), cues.facts());
    }
}
