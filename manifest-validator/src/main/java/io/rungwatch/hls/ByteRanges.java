package io.rungwatch.hls;

import org.jspecify.annotations.Nullable;

/** Reads `n[@o]`. */
final class ByteRanges {
    /** What a player that counts in doubles can still tell apart. */
    private static final long MAX = (1L << 53) - 1;

    private ByteRanges() {}

    static @Nullable ByteRange of(Reading reading, String text) {
        int at = text.indexOf('@');
        long length = Numbers.whole(at < 0 ? text : text.substring(0, at));
        long offset = at < 0 ? ByteRange.UNKNOWN : Numbers.whole(text.substring(at + 1));
        boolean usable = length > 0 && length <= MAX && offset <= MAX - length && offset != Numbers.BAD;
        if (!usable) {
            reading.line.problem(ProblemKind.BYTE_RANGE);
            return null;
        }
        return new ByteRange(length, offset, at >= 0);
    }

    /** A range without an offset begins where the one before ended, if that was of the same resource. */
    static @Nullable ByteRange after(
            @Nullable ByteRange before, @Nullable String uriBefore, @Nullable ByteRange range, String uri) {
        if (range == null || range.offsetWritten() || before == null || !uri.equals(uriBefore)) {
            return range;
        }
        long end = before.end();
        return end == ByteRange.UNKNOWN || end > MAX - range.length()
                ? range
                : new ByteRange(range.length(), end, false);
    }
}
