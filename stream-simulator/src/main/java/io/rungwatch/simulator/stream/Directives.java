package io.rungwatch.simulator.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client of low latency asks of a media playlist.
 *
 * @param msn the answer must have this segment; −1 does not wait
 * @param part or this part of it; −1 is the whole segment
 */
public record Directives(long msn, long part, Skip skip) {
    public enum Skip {
        NO,
        SEGMENTS,
        /** And date ranges. */
        ALL
    }

    public static final Directives NONE = new Directives(-1, -1, Skip.NO);

    private static final Pattern FORM = Pattern.compile("_HLS_(msn|part|skip)=(\\d{1,15}|YES|v2)");

    public static Directives of(String query) {
        if (!query.contains("_HLS_")) {
            return NONE;
        }
        Directives all = NONE;
        Matcher matcher = FORM.matcher(query);
        while (matcher.find()) {
            all = all.with(matcher.group(1), matcher.group(2));
        }
        return all;
    }

    private Directives with(String name, String value) {
        boolean number = Character.isDigit(value.charAt(0));
        return switch (name) {
            case "msn" -> number ? new Directives(Long.parseLong(value), part, skip) : this;
            case "part" -> number ? new Directives(msn, Long.parseLong(value), skip) : this;
            default -> number ? this : withSkip(value.equals("YES") ? Skip.SEGMENTS : Skip.ALL);
        };
    }

    public Directives withSkip(Skip other) {
        return new Directives(msn, part, other);
    }

    public Directives withoutWaiting() {
        return new Directives(-1, -1, skip);
    }

    public boolean waits() {
        return msn >= 0;
    }
}
