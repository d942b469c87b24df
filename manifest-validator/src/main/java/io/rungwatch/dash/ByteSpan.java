package io.rungwatch.dash;

import org.jspecify.annotations.Nullable;

/** First and last byte, both included. */
public record ByteSpan(long first, long last) {
    static @Nullable ByteSpan parse(String text) {
        if (!text.matches("[0-9]{1,18}-[0-9]{1,18}")) {
            return null;
        }
        int dash = text.indexOf('-');
        ByteSpan span = new ByteSpan(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
        return span.last < span.first ? null : span;
    }

    public boolean overlaps(ByteSpan other) {
        return first <= other.last && other.first <= last;
    }
}
