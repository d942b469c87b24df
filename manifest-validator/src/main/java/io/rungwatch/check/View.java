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

    /** In target durations: after so long without an older copy the balancer has lost its slower half. */
    private static final int OF_LATE = 60;

    private final Rendition rendition;
    private final Layer layer;
    private final Optional<Step<MediaPlaylist>> step;
    private final int failures;
    private final long at;
    private final long still;
    private final long target;
    private final long held;
    private final long lag;
    private final long usualLag;
    private final long drift;
    private final boolean ended;
    private final boolean slides;
    private final long endedAt;
    private final long answersSince;
    private final long apart;
    private final long apartAt;
    private final String path;
    private final Outline outline;
    private final int traits;
    private final int control;
    private final long dseq;
    private final long cut;
    private final int cuts;
    private final long landmark;
    private final long landmarkAt;
    private final long newestAt;
    private final long pace;
    private final int dateRanges;

    /**
     * What a rendition is compared by, in nanoseconds; the meaning of each is told at its accessor.
     *
     * @param at when it was asked for
     * @param changedAt when the live edge last moved
     * @param slides whether it looks like a stream that goes on, where nobody says so
     */
    public record Standing(
            long at,
            long changedAt,
            long target,
            long held,
            long lag,
            long usualLag,
            long drift,
            boolean ended,
            boolean slides) {
        static final Standing UNSEEN = new Standing(UNKNOWN, 0, 0, 0, UNKNOWN, UNKNOWN, UNKNOWN, false, false);

        static Standing of(Step<MediaPlaylist> step, long lag, long usualLag, long drift) {
            MediaPlaylist playlist = step.current();
            return new Standing(
                    Times.nanos(step.at()),
                    Times.nanos(step.changedAt()),
                    playlist.effectiveTargetDuration(),
                    step.cacheLife().toNanos(),
                    lag,
                    usualLag,
                    drift,
                    playlist.ended(),
                    playlist.slides());
        }
    }

    /** What is remembered from one look to the next. */
    private record Story(long endedAt, long answersSince, long apart, long apartAt, String path, Outline outline) {
        static final Story NONE = new Story(UNKNOWN, UNKNOWN, 0, UNKNOWN, "", Outline.NONE);
    }

    /**
     * One that an MPD names.
     *
     * @param apart how far behind the newest MPD an older copy was, when it was last seen
     */
    public View(Rendition rendition, Layer layer, Standing standing, long apart, long apartAt) {
        this(
                rendition,
                layer,
                Optional.empty(),
                standing,
                0,
                new Story(UNKNOWN, UNKNOWN, apart, apartAt, "", Outline.NONE));
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
                step.map(seen -> Standing.of(seen, lag, lag, drift)).orElse(Standing.UNSEEN),
                failures,
                step.map(seen -> story(seen, Outline.of(seen.current()), Story.NONE, "", 1))
                        .orElse(Story.NONE));
    }

    private View(
            Rendition rendition,
            Layer layer,
            Optional<Step<MediaPlaylist>> step,
            Standing standing,
            int failures,
            Story story) {
        this.rendition = rendition;
        this.layer = layer;
        this.step = step;
        this.failures = failures;
        this.at = standing.at();
        this.still = standing.at() == UNKNOWN ? 0 : standing.at() - standing.changedAt();
        this.target = standing.target();
        this.held = standing.held();
        this.lag = standing.lag();
        this.usualLag = standing.usualLag();
        this.drift = standing.drift();
        this.ended = standing.ended();
        this.slides = standing.slides();
        this.endedAt = story.endedAt();
        this.answersSince = story.answersSince();
        this.apart = story.apart();
        this.apartAt = story.apartAt();
        this.path = story.path();
        this.outline = story.outline();
        this.traits = outline.traits();
        this.control = outline.control();
        this.dseq = outline.dseq();
        this.cut = outline.cut();
        this.cuts = outline.cuts();
        this.landmark = outline.landmark();
        this.landmarkAt = outline.landmarkAt();
        this.newestAt = outline.newestAt();
        this.pace = outline.pace();
        this.dateRanges = outline.dateRanges();
    }

    /** After one more look at it, at this path of its layer. */
    public View after(Step<MediaPlaylist> seen, long lagNow, long usualLagNow, long driftNow, String where) {
        boolean known = step.isPresent() && step.get().current().equals(seen.current());
        Outline now = known ? outline : Outline.of(seen.current());
        Story next = story(seen, now, story(), where, failures);
        return new View(rendition, layer, Optional.of(seen), Standing.of(seen, lagNow, usualLagNow, driftNow), 0, next);
    }

    private static Story story(
            Step<MediaPlaylist> seen, Outline outline, Story before, String where, int failuresBefore) {
        long now = Times.nanos(seen.at());
        boolean ended = seen.current().ended();
        boolean goesOn = failuresBefore == 0 && before.answersSince() != UNKNOWN;
        boolean older = seen.other().isPresent() && seen.other().get().at().equals(seen.at());
        return new Story(
                !ended ? UNKNOWN : before.endedAt() != UNKNOWN ? before.endedAt() : now,
                goesOn ? before.answersSince() : now,
                older ? seen.current().mediaFrom(seen.other().get().document().endNumber()) : before.apart(),
                older ? now : before.apartAt(),
                where,
                outline);
    }

    private Story story() {
        return new Story(endedAt, answersSince, apart, apartAt, path, outline);
    }

    /** After one more usable answer, of a manifest that has nothing else to be compared by. */
    public View answered(Instant when) {
        long now = Times.nanos(when);
        long since = failures == 0 && answersSince != UNKNOWN ? answersSince : now;
        Standing standing = new Standing(now, now, target, held, lag, usualLag, drift, ended, slides);
        return new View(rendition, layer, step, standing, 0, new Story(endedAt, since, apart, apartAt, path, outline));
    }

    /** After one more poll without a usable answer. */
    public View failed(int times) {
        Standing standing = new Standing(at, at - still, target, held, lag, usualLag, drift, ended, slides);
        return new View(rendition, layer, step, standing, times, story());
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

    /**
     * By how much later than there the live edge is here, on average: at any one poll that is a whole number of segments, one now and two the
     * next time. Until there is an average, what it is at least, which is a segment less than at this poll.
     */
    public long laterThan(View other) {
        return isUsualWith(other) ? usualLag - other.usualLag : lag - other.lag - target;
    }

    /** The same, as a number for people. */
    public long seenLaterThan(View other) {
        return isUsualWith(other) ? usualLag - other.usualLag : lag - other.lag;
    }

    private boolean isUsualWith(View other) {
        return usualLag != UNKNOWN && other.usualLag != UNKNOWN;
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

    /** When it was asked last. */
    public long at() {
        return at;
    }

    /** When it was first seen to have ended, {@link #UNKNOWN} while it goes on. */
    public long endedAt() {
        return endedAt;
    }

    /** Since when every poll of it got a usable answer; {@link #UNKNOWN} before the first. */
    public long answersSince() {
        return answersSince;
    }

    /** How far behind the newest those were of late who answered with an older copy; zero where nobody did. */
    public long apart() {
        return apartAt != UNKNOWN && at - apartAt <= OF_LATE * target ? apart : 0;
    }

    /** Where it is at its layer; empty where nobody said. */
    public String path() {
        return path;
    }

    /** From here on: see {@link Outline}; all zero or unknown for what an MPD names. */
    public boolean has(int trait) {
        return (traits & trait) != 0;
    }

    public int traits() {
        return traits;
    }

    public int control() {
        return control;
    }

    public long dseq() {
        return dseq;
    }

    public long cut() {
        return cut;
    }

    public int cuts() {
        return cuts;
    }

    public long landmark() {
        return landmark;
    }

    public long landmarkAt() {
        return landmarkAt;
    }

    public long newestAt() {
        return newestAt;
    }

    public long pace() {
        return pace;
    }

    public int dateRanges() {
        return dateRanges;
    }
}
