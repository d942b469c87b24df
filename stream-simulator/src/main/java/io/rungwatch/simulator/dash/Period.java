package io.rungwatch.simulator.dash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is of one piece: the programme between two breaks, or one break.
 *
 * @param start since availabilityStartTime
 * @param duration null while it goes on
 * @param baseUrl null is that of the MPD
 */
public record Period(
        String id,
        long start,
        @Nullable Long duration,
        @Nullable String baseUrl,
        List<Splice> splices,
        List<AdaptationSet> sets) {
    /** An ad break, in milliseconds since the Period's start. */
    public record Splice(long event, long at, long length, String marker) {}

    public Period withId(String other) {
        return new Period(other, start, duration, baseUrl, splices, sets);
    }

    public Period withStart(long millis) {
        return new Period(id, millis, duration, baseUrl, splices, sets);
    }

    public Period withDuration(@Nullable Long millis) {
        return new Period(id, start, millis, baseUrl, splices, sets);
    }

    public Period withSplices(List<Splice> others) {
        return new Period(id, start, duration, baseUrl, others, sets);
    }

    public Period withSets(List<AdaptationSet> others) {
        return new Period(id, start, duration, baseUrl, splices, others);
    }
}
