package io.rungwatch.hls;

import java.util.LinkedHashMap;
import java.util.Map;

/** Replaces `{$name}`, in one pass: what a variable brings in is not looked at again, so nothing can grow by itself. */
final class Variables {
    /** All replacements of one document together; a thousand lines of sixty thousand characters each would be a bomb. */
    private static final int MAX_GROWTH = 4 << 20;

    private final Map<String, String> values = new LinkedHashMap<>();
    private int growth;

    Map<String, String> values() {
        return values;
    }

    String expand(String text, HlsScanner line) {
        int open = text.indexOf("{$");
        if (open < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder(text.length() + 64);
        int done = 0;
        while (open >= 0) {
            int close = nameEnd(text, open + 2);
            if (close == open + 2 || close == text.length() || text.charAt(close) != '}') {
                open = text.indexOf("{$", open + 2);
                continue;
            }
            String value = values.get(text.substring(open + 2, close));
            if (value == null) {
                line.problem(ProblemKind.VARIABLE_UNDEFINED);
                value = text.substring(open, close + 1);
            }
            int length = expanded.length() + open - done + value.length();
            if (length > HlsScanner.MAX_LINE || growth + length > MAX_GROWTH) {
                line.problem(ProblemKind.VARIABLE_TOO_LONG);
                return text;
            }
            expanded.append(text, done, open).append(value);
            done = close + 1;
            open = text.indexOf("{$", done);
        }
        growth += expanded.length();
        return expanded.append(text, done, text.length()).toString();
    }

    private static int nameEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isNameCharacter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
