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
    private final boolean slides;

    /**
     * What a rendition is compared by, in nanoseconds; the meaning of each is told at its accessor.
     *
     * @param at when it was asked for
     * @param changedAt when the live edge last moved
     * @param slides whether it looks like a stream that goes on, where nobody says so
     */
    public record Standing(
            long at, long changedAt, long target, long held, long lag, long drift, boolean ended, boolean slides) {
        static final Standing UNSEEN = new Standing(UNKNOWN, 0, 0, 0, UNKNOWN, UNKNOWN, false, false);

        static Standing of(Step<MediaPlaylist> step, long lag, long drift) {
            MediaPlaylist playlist = step.current();
            return new Standing(
                    Times.nanos(step.at()),
                    Times.nanos(step.changedAt()),
                    playlist.effectiveTargetDuration(),
                    step.cacheLife().toNanos(),
                    lag,
                    drift,
                    playlist.ended(),
                    playlist.slides());
        }
    }

    /** One that an MPD names. */
    public View(Rendition rendition, Layer layer, Standing standing, int failures) {
        this(rendition, layer, Optional.empty(), standing, failures);
    }

    /**
     * @param step empty until a first playlist was accepted
     * @param failures polls in a row that gave no usable answer
     * @param lag in nanoseconds, how far the newest segment's end lay behind the requests that saw it, the least of the last three
     *     polls: what is left when the saw-tooth of publishing and a late twin's answers are taken away
     * @param drift how much later the live edge was than at its best, the least of the last three: for streams without dates
     */
    public View(
            Rendition rendition, Layer layer, Optional<Step<MediaPlaylist>> step, int failures, long lag, long drift) {
        this(
                rendition,
                layer,
                step,
                step.map(seen -> Standing.of(seen, lag, drift)).orElse(Standing.UNSEEN),
                failures);
    }

    private View(
            Rendition rendition, Layer layer, Optional<Step<MediaPlaylist>> step, Standing standing, int failures) {
        this.rendition = rendition;
        this.layer = layer;
        this.step = step;
        this.failures = failures;
        this.at = standing.at();
        this.still = standing.at() == UNKNOWN ? 0 : standing.at() - standing.changedAt();
        this.target = standing.target();
        this.held = standing.held();
        this.lag = standing.lag();
        this.drift = standing.drift();
        this.ended = standing.ended();
        this.slides = standing.slides();
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

    /** When its live edge last moved. */
    public Instant changedAt() {
        return Times.instant(at - still);
    }

    /** Whether it looks like a stream that goes on: what counts where no profile says so. */
    public boolean slides() {
        return slides;
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
