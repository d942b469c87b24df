package io.rungwatch.simulator.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One `bytes=` range against a known length. */
record ByteRange(long from, long length) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Null where the whole is the right answer: no range, several, or not understood. Empty cannot be satisfied. */
    static @Nullable ByteRange of(@Nullable String text, long total) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return null;
        }
        if (matcher.group(1).isEmpty()) {
            long last = Math.min(total, Long.parseLong(matcher.group(2)));
            return new ByteRange(total - last, last);
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2).isEmpty() ? total - 1 : Math.min(total - 1, Long.parseLong(matcher.group(2)));
        return new ByteRange(from, Math.max(0, to - from + 1));
    }

    String contentRange(long total) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + total;
    }
}
