package io.rungwatch.dash;

import java.util.List;
import java.util.OptionalLong;

/**
 * One Period in time, in nanoseconds since the presentation began.
 *
 * @param startKnown false for one that is announced but not placed yet
 * @param end {@link Scale#FAR} while nobody knows
 */
public record PeriodView(Period period, int index, long start, boolean startKnown, long end, List<Track> tracks) {
    public boolean open() {
        return end >= Scale.FAR;
    }

    public OptionalLong duration() {
        return open() ? OptionalLong.empty() : OptionalLong.of(end - start);
    }

    /** What its own attributes say, not what the next one makes of it. */
    public OptionalLong statedEnd() {
        return period.duration() == null || !startKnown
                ? OptionalLong.empty()
                : OptionalLong.of(Scale.clamp(start + period.duration().nanos()));
    }

    public String name() {
        return period.name();
    }
}
