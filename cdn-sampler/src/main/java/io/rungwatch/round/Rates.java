package io.rungwatch.round;

import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Counts;
import io.rungwatch.sample.Recent;
import io.rungwatch.sample.Spread;

/**
 * What many samples of one layer say.
 *
 * @param channel of this channel alone: the last sixty, a day at most
 * @param touches of this channel alone: the last sixty first ones that were settled, a day at most
 * @param fast of all channels, in the last five minutes
 * @param slow likewise, in the last hour
 * @param firstByte how long the first byte took, as far as that is the layer's own doing
 * @param download how long whole segments took
 * @param setup how long new connections took to make
 * @param others what the other layers of its kind gave in the last hour
 * @param revalidatedIsHit the operator's own opinion
 * @param habits what this channel's answers show by the way
 */
public record Rates(
        Layer layer,
        Counts channel,
        Counts touches,
        Counts fast,
        Counts slow,
        Latencies firstByte,
        Latencies download,
        Setup setup,
        Counts others,
        boolean revalidatedIsHit,
        Habits habits) {
    /** Of all channels, in an hour. */
    public record Setup(Spread dns, Spread connect, Spread tls) {}

    /**
     * Of all channels, in five minutes and in an hour.
     *
     * @param own of this channel alone
     */
    public record Latencies(Spread fast, Spread slow, Recent.Summary own) {}
}
