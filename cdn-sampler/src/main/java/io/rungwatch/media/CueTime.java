package io.rungwatch.media;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of WebVTT: hours may be missing. */
final class CueTime {
    private static final Pattern TIME = Pattern.compile("(?:(\\d{2,9}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})");

    private CueTime() {}

    /** In milliseconds. */
    static OptionalLong read(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return OptionalLong.empty();
        }
        long hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        long seconds = hours * 3600 + Long.parseLong(time.group(2)) * 60 + Long.parseLong(time.group(3));
        return OptionalLong.of(seconds * 1000 + Long.parseLong(time.group(4)));
    }
}
