package io.rungwatch.check;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.Layer;
import java.time.Instant;
import java.util.Optional;

/**
 * One rendition at one layer as it was last seen. What its neighbours are compared by stands here as plain numbers, for every poll of
 * a rendition looks at all the others, and those have long left the processor's caches.
 */
public final class View {
    /** Where there is no lag or drift to tell. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final Rendition rendition;
    private final Layer layer;
    private final Optional<Step<MediaPlaylist>> step;
    private final int failures;
    private final long at;
    private final long still;
    private final long target;
    private final long held;
    private final long lag;
    private final long drift;
    private final boolean ended;

    /**
     * @param step empty until a first playlist was accepted
     * @param failures polls in a row that gave no usable answer
     * @param lag in nanoseconds, how far the newest segment's end lay behind the requests that saw it, the least of the last three
     *     polls: what is left when the saw-tooth of publishing and a late twin's answers are taken away
     * @param drift how much later the live edge was than at its best, the least of the last three: for streams without dates
     */
    public View(
            Rendition rendition, Layer layer, Optional<Step<MediaPlaylist>> step, int failures, long lag, long drift) {
        this.rendition = rendition;
        this.layer = layer;
        this.step = step;
        this.failures = failures;
        this.lag = lag;
        this.drift = drift;
        this.at = step.map(s -> Times.nanos(s.at())).orElse(UNKNOWN);
        this.still = step.map(s -> s.stillFor().toNanos()).orElse(0L);
        this.target = step.map(s -> s.current().effectiveTargetDuration()).orElse(0L);
        this.held = step.map(s -> s.cacheLife().toNanos()).orElse(0L);
        this.ended = step.map(s -> s.current().ended()).orElse(false);
    }

    /** After one more poll without a usable answer. */
    public View failed(int times) {
        return new View(rendition, layer, step, times, lag, drift);
    }

    public Rendition rendition() {
        return rendition;
    }

    public Layer layer() {
        return layer;
    }

    public Optional<Step<MediaPlaylist>> step() {
        return step;
    }

    public int failures() {
        return failures;
    }

    /** For how long the live edge has stood still, in nanoseconds as all here. */
    public long still() {
        return still;
    }

    public long target() {
        return target;
    }

    /** How long the caches on the way may have held it back. */
    public long held() {
        return held;
    }

    public boolean ended() {
        return ended;
    }

    public boolean dated() {
        return lag != UNKNOWN;
    }

    public long lag() {
        return lag;
    }

    public long drift() {
        return drift;
    }

    /** Whether it answered, and lately. */
    public boolean isLive(Instant since) {
        return isLive(Times.nanos(since));
    }

    public boolean isLive(long since) {
        return failures == 0 && at != UNKNOWN && at >= since;
    }
}
