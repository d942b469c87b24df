package io.rungwatch.sample;

import io.rungwatch.cache.Verdict;
import io.rungwatch.profile.Layer;
import java.time.Instant;

/**
 * One object asked for once at one place, as far as statistics care. `settled` says that real viewers have had the time to fetch it, so
 * that a miss is no longer natural. `firstByte` and `total` are nanoseconds, `own` what of `firstByte` was the place's own doing, or
 * {@link #NOBODY_KNOWS}; a `warm` connection was open before. `spoiled`: the probe itself was late or busy meanwhile, and what it measured
 * proves nothing.
 */
public record Sample(
        Instant at,
        Kind object,
        Touch touch,
        boolean settled,
        Outcome outcome,
        Verdict verdict,
        long firstByte,
        long own,
        long total,
        long bytes,
        boolean warm,
        boolean spoiled) {
    /** How much of the time of a miss a cache took, and how much those above it. */
    public static final long NOBODY_KNOWS = -1;

    /** What a cache has it gives by itself; so does whoever keeps nothing. */
    public static long own(Layer.Kind kind, Verdict verdict, long firstByte) {
        return kind.isCache() && !verdict.fromStore() ? NOBODY_KNOWS : firstByte;
    }

    /** Once it is known what the one above took for the same object. */
    public Sample owning(long nanos) {
        return new Sample(at, object, touch, settled, outcome, verdict, firstByte, nanos, total, bytes, warm, spoiled);
    }

    /** What was asked for. */
    public enum Kind {
        MASTER,
        MEDIA_PLAYLIST,
        MPD,
        INIT,
        SEGMENT,
        KEY
    }

    /** Which question of ours it was. */
    public enum Touch {
        /** The first for this object at this place: says how warm viewers keep the cache. */
        FIRST,
        /** Again, a moment later: says whether the object can be cached at all. */
        SECOND,
        /** Asked everywhere to compare; our own question downstream may have filled this cache. */
        COMPARE
    }
}
