package io.rungwatch.watch;

import java.time.Duration;

/**
 * When to look again: the polling rules of a correct probe, as numbers. A player waits one target duration after a change and half of
 * one when nothing changed; so do we, because a probe that asks more often sees a chain that no viewer sees.
 */
final class Pace {
    static final Duration SHORTEST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(60);
    static final Duration UNKNOWN_TARGET = Duration.ofSeconds(6);
    /** The entry manifest of a healthy channel; players load it once. */
    static final Duration ENTRY = Duration.ofSeconds(60);
    /** A live channel that ended: is it back? */
    static final Duration ENDED = Duration.ofSeconds(60);

    static final Duration VOD = Duration.ofMinutes(10);
    private static final int JITTER_PERCENT = 10;

    private Pace() {}

    /** A TARGETDURATION of 0 or of a million must neither hammer a server nor send us to sleep for a year. */
    static Duration clamp(Duration targetDuration) {
        if (targetDuration.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return targetDuration.compareTo(LONGEST) > 0 ? LONGEST : targetDuration;
    }

    /** Never before one target duration, at most a tenth later: the probe's phase wanders over the packager's. */
    static Duration round(Duration targetDuration, long seed, long round) {
        return targetDuration.plus(share(targetDuration, mix(seed + round) % (JITTER_PERCENT * 10)));
    }

    static Duration unchanged(Duration targetDuration) {
        Duration half = targetDuration.dividedBy(2);
        return half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
    }

    /** The second look that a first sighting asks for: soon, and not at the same instant for all channels. */
    static Duration refetch(long seed, long round) {
        return Duration.ofMillis(300 + mix(seed ^ round) % 200);
    }

    /** Where in an interval this rendition's turn is, so that a thousand channels do not knock at once. */
    static Duration phase(Duration interval, long seed) {
        return share(interval, mix(seed) % 1000);
    }

    private static Duration share(Duration whole, long thousandths) {
        return Duration.ofNanos(whole.toNanos() / 1000 * thousandths);
    }

    /** A number from 0 up that looks random but is the same in every run. */
    static long mix(long seed) {
        long z = seed * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) >>> 1;
    }
}
