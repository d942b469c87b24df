package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.stream.Channel;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An MPD before it is text: what faults of content change. All times are milliseconds.
 *
 * @param availabilityStart null leaves it out
 * @param updatePeriod null says that it never changes
 * @param length of the whole presentation, where that is known
 * @param utc what UTCTiming says the time is
 */
public record Mpd(
        Channel channel,
        boolean live,
        @Nullable Long availabilityStart,
        long publishTime,
        @Nullable Long updatePeriod,
        @Nullable Long window,
        @Nullable Long length,
        long utc,
        String baseUrl,
        List<Period> periods) {
    public Mpd withLive(boolean other) {
        return new Mpd(
                channel, other, availabilityStart, publishTime, updatePeriod, window, length, utc, baseUrl, periods);
    }

    public Mpd withAvailabilityStart(@Nullable Long at) {
        return new Mpd(channel, live, at, publishTime, updatePeriod, window, length, utc, baseUrl, periods);
    }

    public Mpd withPublishTime(long at) {
        return new Mpd(channel, live, availabilityStart, at, updatePeriod, window, length, utc, baseUrl, periods);
    }

    public Mpd withUpdatePeriod(@Nullable Long millis) {
        return new Mpd(channel, live, availabilityStart, publishTime, millis, window, length, utc, baseUrl, periods);
    }

    public Mpd withLength(@Nullable Long millis) {
        return new Mpd(
                channel, live, availabilityStart, publishTime, updatePeriod, window, millis, utc, baseUrl, periods);
    }

    public Mpd withUtc(long at) {
        return new Mpd(
                channel, live, availabilityStart, publishTime, updatePeriod, window, length, at, baseUrl, periods);
    }

    public Mpd withBaseUrl(String url) {
        return new Mpd(channel, live, availabilityStart, publishTime, updatePeriod, window, length, utc, url, periods);
    }

    public Mpd withPeriods(List<Period> others) {
        return new Mpd(
                channel, live, availabilityStart, publishTime, updatePeriod, window, length, utc, baseUrl, others);
    }

    public Mpd eachPeriod(UnaryOperator<Period> change) {
        return withPeriods(periods.stream().map(change).toList());
    }

    public Mpd eachSet(UnaryOperator<AdaptationSet> change) {
        return eachPeriod(
                period -> period.withSets(period.sets().stream().map(change).toList()));
    }
}
