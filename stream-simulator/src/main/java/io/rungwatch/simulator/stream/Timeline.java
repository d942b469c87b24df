package io.rungwatch.simulator.stream;

import io.rungwatch.simulator.stream.Programme.Mode;
import java.time.Instant;

/**
 * Which segment exists when, in milliseconds of the epoch. All renditions are cut at the same instants; each is
 * published with its own small delay. Every question is answered by arithmetic, whatever the age of the channel.
 */
public final class Timeline {
    private final Mode mode;
    private final long origin;
    private final long duration;
    private final double jitter;
    private final long seed;
    private final long latency;
    private final long publicationJitter;
    private final long total;
    private final long back;
    private final int window;
    private final Breaks breaks;

    Timeline(StreamSpec spec, long seed) {
        this.seed = seed;
        mode = spec.programme().mode();
        duration = spec.segmentation().duration().toMillis();
        jitter = spec.segmentation().jitter();
        window = spec.segmentation().window();
        latency = spec.publication().latency().toMillis();
        publicationJitter = spec.publication().jitter().toMillis();
        long start = spec.programme().start().toEpochMilli();
        // Channels are not cut in step: a thousand of them would otherwise publish in the same millisecond.
        origin = mode == Mode.LIVE ? start + (long) (Noise.share(seed, -2) * duration) : start;
        Instant end = spec.programme().end();
        total = end == null ? Long.MAX_VALUE : Math.ceilDiv(end.toEpochMilli() - start, duration);
        Instant live = spec.programme().back();
        back = live == null ? Long.MAX_VALUE : live.toEpochMilli();
        breaks = new Breaks(spec, seed);
    }

    public Breaks breaks() {
        return breaks;
    }

    public long nominalDuration() {
        return duration;
    }

    /** Where segment `index` begins. */
    public long start(long index) {
        return origin + index * duration + wobble(index);
    }

    public long durationOf(long index) {
        return start(index + 1) - start(index);
    }

    public long published(Rendition rendition, long index) {
        if (mode == Mode.VOD) {
            return origin;
        }
        long late = publicationJitter == 0 ? 0 : (long) (Noise.share(rendition.seed(), index) * publicationJitter);
        return start(index + 1) + latency + late;
    }

    /** The newest segment listed at this instant, or −1 where there is none yet. */
    public long newest(Rendition rendition, long at) {
        if (mode == Mode.VOD) {
            return total - 1;
        }
        long index = Math.min(last(at), Math.floorDiv(at - latency - origin, duration) + 1);
        while (index >= 0 && published(rendition, index) > at) {
            index--;
        }
        return Math.max(-1, index);
    }

    public long oldest(long newest) {
        return mode(newest) == Mode.LIVE ? Math.max(0, newest + 1 - window) : 0;
    }

    /** Listed now, or not long ago: a segment outlives its row by one window and a bit, as the norm asks. */
    public boolean fetchable(Rendition rendition, long index, long at) {
        long newest = newest(rendition, at);
        long gone = mode(newest) == Mode.LIVE ? newest - 2L * window - 2 : -1;
        return index >= 0 && index <= newest && index > gone;
    }

    /** The last there will ever be; far away for a live channel. */
    public long last() {
        return total - 1;
    }

    private long last(long at) {
        return at < back ? total - 1 : Long.MAX_VALUE;
    }

    /** Of a playlist with this newest segment. */
    public Mode mode(long newest) {
        if (newest >= total) {
            return Mode.LIVE;
        }
        return complete(newest) && back != Long.MAX_VALUE ? Mode.VOD : mode;
    }

    public boolean complete(long newest) {
        return newest == total - 1;
    }

    private long wobble(long index) {
        boolean fixed = jitter == 0 || index == 0 || index == total || breaks.startsAd(index) || breaks.endsAd(index);
        return fixed ? 0 : Math.round((Noise.share(seed, index) - 0.5) * jitter * duration);
    }
}
