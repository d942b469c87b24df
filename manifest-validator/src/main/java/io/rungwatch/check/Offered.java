package io.rungwatch.check;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A media segment as its manifest lists it.
 *
 * @param published when it was listed first, as far as the playlist's own arithmetic tells
 * @param start when what it shows happened, in nanoseconds since 1970
 * @param mediaTime of its first sample as the manifest says it, in ticks of `timescale`: MPDs only
 * @param section changes wherever timestamps may begin anew: a discontinuity number, a Period
 * @param encryption METHOD of EXT-X-KEY, or `cenc` where an MPD has ContentProtection; empty in the clear
 * @param independent whether it is promised that decoding can begin with it
 * @param asked whether this layer was asked for it before, so that its caches know it from us
 * @param init the section that it cannot be read without
 */
public record Offered(
        Listed listed,
        Instant published,
        OptionalLong start,
        OptionalLong mediaTime,
        long timescale,
        long section,
        String encryption,
        boolean independent,
        boolean asked,
        Optional<Listed> init) {

    /** Whether nothing but time lies between both: the same clock counts in them. */
    public boolean continues(Offered before) {
        return section == before.section
                && (hasTimes(before)
                        ? mediaTime.getAsLong() > before.mediaTime.getAsLong()
                        : listed.number() > before.listed.number());
    }

    /** Whether it is the same segment in another copy of its manifest: places in a timeline that slides are no numbers. */
    public boolean isSame(Offered other) {
        return hasTimes(other)
                ? section == other.section && mediaTime.getAsLong() == other.mediaTime.getAsLong()
                : listed.number() == other.listed.number();
    }

    private boolean hasTimes(Offered other) {
        return mediaTime.isPresent() && other.mediaTime.isPresent() && timescale == other.timescale;
    }

    /** The section that belongs to it, as something to ask for. */
    public Offered as(Listed other) {
        return new Offered(
                other,
                published,
                start,
                mediaTime,
                timescale,
                section,
                encryption,
                independent,
                asked,
                Optional.empty());
    }

    public boolean follows(Offered before) {
        return section == before.section
                && (hasTimes(before)
                        ? Math.abs(ticksAfter(before)) <= ticks(before) / 2
                        : listed.number() == before.listed.number() + 1);
    }

    private double ticksAfter(Offered before) {
        return mediaTime.getAsLong() - before.mediaTime.getAsLong() - ticks(before);
    }

    private static double ticks(Offered segment) {
        return segment.listed.duration() / 1e9 * segment.timescale;
    }
}
