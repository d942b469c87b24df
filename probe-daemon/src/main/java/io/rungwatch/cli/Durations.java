package io.rungwatch.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** `500ms 6s 5m 1h`, as in the configuration. */
public final class Durations implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        int digits = 0;
        while (digits < text.length() && digits < 9 && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        long number = digits == 0 ? -1 : Long.parseLong(text.substring(0, digits));
        return switch (digits == 0 ? "" : text.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> throw new TypeConversionException("'" + text + "' is not a duration like 500ms, 6s, 5m or 1h");
        };
    }
}
