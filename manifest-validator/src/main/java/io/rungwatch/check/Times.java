package io.rungwatch.check;

import java.time.Duration;
import java.time.Instant;

/** Manifests count in nanoseconds since 1970, the rest of the program in instants. */
public final class Times {
    private static final long SECOND = 1_000_000_000L;

    private Times() {}

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /** As people read it: 14 s, 5.96 s, 1 min 30 s. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (Math.abs(millis) >= 120_000) {
            return millis / 60_000 + " min " + Math.abs(millis / 1000 % 60) + " s";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : Math.round(millis / 10.0) / 100.0 + " s";
    }

    public static String text(long nanos) {
        return text(Duration.ofNanos(nanos));
    }

    /** Manifests speak of year 9999 too, which nanoseconds do not reach. */
    public static double seconds(Duration duration) {
        boolean near = Math.abs(duration.toSeconds()) < Long.MAX_VALUE / SECOND;
        return near ? duration.toNanos() / 1e9 : duration.toSeconds();
    }

    public static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
