package io.rungwatch.sampler;

import java.time.Duration;

/** How times and foreign text are put into a detail that an operator reads on a pager or in a terminal. */
final class Wording {
    private static final int LONGEST = 200;

    private Wording() {}

    static String of(Duration time) {
        long millis = time.toMillis();
        return millis < 1000
                ? millis + " ms"
                : millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000 + "." + millis % 1000 / 100 + " s";
    }

    /** What a server sent is neither trusted by the terminal nor shown with its passwords. */
    static String quoted(String foreign) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < Math.min(foreign.length(), LONGEST); i++) {
            char c = foreign.charAt(i);
            text.append(c < ' ' || c >= 0x7f ? '?' : c);
        }
        maskUserInfo(text);
        return text.append(foreign.length() > LONGEST ? "…\"" : "\"").toString();
    }

    private static void maskUserInfo(StringBuilder text) {
        int from = text.indexOf("//");
        int at = text.indexOf("@", from);
        if (from >= 0 && at >= 0 && text.substring(from + 2, at).indexOf('/') < 0) {
            text.replace(from + 2, at, "…");
        }
    }
}
