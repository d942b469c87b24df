package io.rungwatch.simulator.fault;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** `500ms 6s 1.5m 1h`, as the configuration of the probe writes them. */
final class DurationText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s|m|h|d)");

    private DurationText() {}

    static Duration parse(String key, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new BadFault(key + "=" + text + " is no duration: write 500ms, 6s, 5m or 1h");
        }
        return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * unit(matcher.group(2))));
    }

    static Duration positive(String key, String text) {
        Duration duration = parse(key, text);
        if (duration.isZero()) {
            throw new BadFault(key + "= is no time at all");
        }
        return duration;
    }

    static String of(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"h", "m", "s"}) {
            if (millis % unit(unit) == 0 && millis > 0) {
                return millis / unit(unit) + unit;
            }
        }
        return millis + "ms";
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
