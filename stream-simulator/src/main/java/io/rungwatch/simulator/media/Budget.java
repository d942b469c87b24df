package io.rungwatch.simulator.media;

import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Noise;
import io.rungwatch.simulator.stream.Rendition;

/**
 * How large segments are, so that the manifest is true: nine tenths of what it declares as the peak, a little more or
 * less. HLS declares for a rung what it takes together with its sound, DASH what it takes alone.
 */
public record Budget(Channel channel, Rendition rendition, boolean alone) {
    /** AVERAGE-BANDWIDTH of BANDWIDTH. */
    private static final double AVERAGE = 0.9;

    private static final int PACKET = Packets.SIZE;

    long of(long index) {
        double share = 0.95 + 0.1 * Noise.share(rendition.seed(), ~index);
        return size(share, channel.timeline().durationOf(index));
    }

    /** Where all have to be of one size. */
    public long constant() {
        return size(1, channel.timeline().nominalDuration());
    }

    /** A tenth of the smallest segment. */
    public long keyFrame() {
        return Math.max(1, size(0.95, channel.timeline().nominalDuration()) / PACKET / 10) * PACKET;
    }

    private long size(double share, long millis) {
        double bits = AVERAGE * (share * rendition.bitrate() - sound());
        long packets = Math.max(1, (long) (bits * millis / 8000) / PACKET);
        return Math.min(packets, Math.max(1, channel.stream().largestSegment() / PACKET)) * PACKET;
    }

    private long sound() {
        return alone || rendition.type() != Rendition.Type.VIDEO
                ? 0
                : channel.stream().audio().stream()
                        .mapToLong(Audio::bitrate)
                        .max()
                        .orElse(0);
    }
}
