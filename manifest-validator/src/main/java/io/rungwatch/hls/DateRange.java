package io.rungwatch.hls;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** EXT-X-DATERANGE; dates in nanoseconds since 1970, durations in nanoseconds, empty when absent or unusable. */
public record DateRange(
        int line,
        @Nullable String id,
        @Nullable String className,
        OptionalLong startDate,
        OptionalLong endDate,
        OptionalLong duration,
        OptionalLong plannedDuration,
        boolean endOnNext,
        Attributes attributes) {
    private static final String INTERSTITIAL = "com.apple.hls.interstitial";

    /** Something else is to be played here. */
    public boolean isInterstitial() {
        return INTERSTITIAL.equals(className);
    }

    /** SCTE35-CMD, SCTE35-OUT or SCTE35-IN: hexadecimal as written. */
    public @Nullable String scte35(String which) {
        return attributes.text("SCTE35-" + which);
    }
}
