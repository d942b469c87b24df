package io.rungwatch.simulator.stream;

/**
 * Where discontinuities are, counted in segments. Each cycle of `cycle` segments holds one ad break, and each cycle of
 * `restart` segments one restart away from it, so that any count is a division and never a walk.
 */
public final class Breaks {
    private final long cycle;
    private final long out;
    private final long in;
    private final long restart;
    private final long restartAt;

    Breaks(StreamSpec spec, long seed) {
        long segment = spec.segmentation().duration().toMillis();
        AdBreaks ads = spec.ads();
        cycle = ads == null ? 0 : Math.max(4, Math.round(ads.every().toMillis() / (double) segment));
        long length = ads == null ? 0 : Math.max(1, Math.round(ads.length().toMillis() / (double) segment));
        out = cycle == 0 ? 0 : 1 + (long) (Noise.share(seed, -1) * (cycle - length - 1));
        in = out + length;
        long every = spec.restarts() == null ? 0 : Math.max(4, spec.restarts().toMillis() / segment);
        restart = cycle == 0 || every == 0 ? every : Math.max(1, every / cycle) * cycle;
        restartAt = cycle == 0 ? restart / 2 : (in + (cycle - length) / 2) % cycle;
    }

    public boolean any() {
        return cycle > 0 || restart > 0;
    }

    /** Does a discontinuity stand before this segment? */
    public boolean at(long index) {
        return startsAd(index) || endsAd(index) || (restart > 0 && index % restart == restartAt);
    }

    /** Discontinuities before the segments 0 to index − 1. */
    public long before(long index) {
        return count(index, cycle, out) + count(index, cycle, in) + count(index, restart, restartAt);
    }

    public boolean isAd(long index) {
        return cycle > 0 && index % cycle >= out && index % cycle < in;
    }

    public boolean startsAd(long index) {
        return cycle > 0 && index % cycle == out;
    }

    /** The first segment of the programme after a break. */
    public boolean endsAd(long index) {
        return cycle > 0 && index % cycle == in;
    }

    /** Of the break that this segment is in or has just left. */
    public long number(long index) {
        return index / cycle;
    }

    public long firstOf(long number) {
        return number * cycle + out;
    }

    public long afterLastOf(long number) {
        return number * cycle + in;
    }

    /** The first segment since the encoder was started last. */
    public long restarted(long index) {
        return restart == 0 || index < restartAt ? 0 : index - (index - restartAt) % restart;
    }

    private static long count(long below, long every, long at) {
        return every == 0 || below <= at ? 0 : (below - 1 - at) / every + 1;
    }
}
