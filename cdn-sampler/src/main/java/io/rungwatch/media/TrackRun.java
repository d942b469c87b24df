package io.rungwatch.media;

import java.util.OptionalLong;

/**
 * All that a segment has of one track, in its timescale.
 *
 * @param timescale ticks per second, where an init section tells them
 * @param decodeTime tfdt of its first fragment
 * @param timeBits what decode times are counted in: 32 where they begin anew
 * @param earliest when its first picture is shown, which is later than decoded
 * @param duration of all samples; less than that where `durationsKnown` is false
 * @param firstSync of its first sample
 * @param gaps how often a fragment does not begin where the one before ends
 * @param largestGap in ticks, negative where they overlap
 * @param decryptable fragments with senc, or with saiz and saio
 */
public record TrackRun(
        long trackId,
        OptionalLong timescale,
        int fragments,
        OptionalLong decodeTime,
        int timeBits,
        OptionalLong earliest,
        long duration,
        boolean durationsKnown,
        long samples,
        long sampleBytes,
        boolean sizesKnown,
        Sync firstSync,
        int gaps,
        long largestGap,
        int decryptable) {}
