package io.rungwatch.dash;

import io.rungwatch.dash.Template.Identifier;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which segments a Representation has, where they lie in time and what they are called, without ever listing them. Segments are counted
 * from 0 here; numbers are what URLs say. Times of media are ticks, all others nanoseconds since the presentation began.
 */
public final class Addressing {
    private static final int RECENT = 10;

    public enum Mode {
        /** A SegmentTimeline says each segment. */
        TIMELINE,
        /** All are equally long. */
        DURATION,
        /** One file, and perhaps an index in it. */
        SINGLE
    }

    private final SegmentInfo info;
    private final Mode mode;
    private final @Nullable Timeline timeline;
    private final Frame frame;
    private final long timescale;
    private final long offset;
    private final long startNumber;
    private final long availabilityTimeOffset;

    /**
     * What lies around: the Period and the clock.
     *
     * @param end {@link Scale#FAR} where the Period is open
     * @param window time-shift buffer, or {@link Scale#FAR}
     */
    record Frame(boolean dynamic, @Nullable Instant zero, long start, long end, long window) {
        boolean closed() {
            return end < Scale.FAR;
        }
    }

    Addressing(SegmentInfo info, @Nullable Timeline reusable, Frame frame, long availabilityTimeOffset) {
        this.info = info;
        this.frame = frame;
        this.availabilityTimeOffset = availabilityTimeOffset;
        timescale = Math.max(1, or(info.timescale(), 1));
        offset = or(info.presentationTimeOffset(), 0);
        startNumber = or(info.startNumber(), 1);
        timeline = timeline(info.runs(), reusable);
        mode = info.runs() != null ? Mode.TIMELINE : or(info.duration(), 0) > 0 ? Mode.DURATION : Mode.SINGLE;
    }

    private @Nullable Timeline timeline(@Nullable Runs runs, @Nullable Timeline reusable) {
        if (runs == null) {
            return null;
        }
        long bound = frame.closed()
                ? Scale.add(Scale.ticks(frame.end - frame.start, timescale), offset)
                : Timeline.UNBOUNDED;
        return reusable != null && reusable.isOf(runs, bound) ? reusable : new Timeline(runs, bound);
    }

    private static long or(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }

    public SegmentInfo info() {
        return info;
    }

    public Mode mode() {
        return mode;
    }

    public Optional<Timeline> timeline() {
        return Optional.ofNullable(timeline);
    }

    public long timescale() {
        return timescale;
    }

    public long presentationTimeOffset() {
        return offset;
    }

    public long startNumber() {
        return startNumber;
    }

    /** Of the segment info and of the first BaseURL together. */
    public long availabilityTimeOffset() {
        return availabilityTimeOffset;
    }

    /** The oldest segment that may be asked for. */
    public long first(Instant now) {
        if (mode != Mode.DURATION || !frame.dynamic || frame.window >= Scale.FAR || frame.zero == null) {
            return 0;
        }
        long begun = now(now, -frame.window);
        return Math.max(0, Math.min(Math.floorDiv(begun, duration(0)), count(now) - 1));
    }

    /** Segments listed or, where the clock lists them, available; from the Period's first on. */
    public long count(Instant now) {
        return switch (mode) {
            case SINGLE -> 1;
            case TIMELINE -> timeline == null ? 0 : timeline.count(Scale.add(now(now, availabilityTimeOffset), offset));
            case DURATION -> limited(frame.dynamic && frame.zero != null ? available(now) : Long.MAX_VALUE);
        };
    }

    /**
     * How many segments of equal duration are complete: floor((now − AST − PS + ATO) / D). The number of the newest is that plus
     * startNumber − 1.
     */
    private long available(Instant now) {
        return Math.max(0, Math.floorDiv(now(now, availabilityTimeOffset), duration(0)));
    }

    private long limited(long count) {
        long most = count;
        if (frame.closed()) {
            long length = Scale.ticks(frame.end - frame.start, timescale);
            most = Math.min(most, Math.max(0, -Math.floorDiv(-length, duration(0))));
        }
        if (info.endNumber() != null) {
            most = Math.min(most, Math.max(0, info.endNumber() - startNumber + 1));
        }
        return info.kind() == SegmentInfo.Kind.LIST ? Math.min(most, info.urls().size()) : most;
    }

    /** Ticks since the Period began, `later` nanoseconds added. */
    private long now(Instant now, long later) {
        return frame.zero == null
                ? 0
                : Scale.add(
                        Scale.ticksBetween(frame.zero, now, timescale), Scale.ticks(later - frame.start, timescale));
    }

    public long number(long index) {
        return Scale.add(startNumber, index);
    }

    /** Media time at which a segment begins. */
    public long time(long index) {
        return switch (mode) {
            case SINGLE -> offset;
            case TIMELINE -> timeline == null || timeline.isEmpty() ? offset : timeline.time(index);
            case DURATION -> Scale.add(Scale.multiply(duration(0), index), offset - or(info.eptDelta(), 0));
        };
    }

    /** In ticks. */
    public long duration(long index) {
        return switch (mode) {
            case SINGLE -> frame.closed() ? Scale.ticks(frame.end - frame.start, timescale) : 0;
            case TIMELINE -> timeline == null || timeline.isEmpty() ? 0 : timeline.duration(index);
            case DURATION -> Math.max(1, or(info.duration(), 1));
        };
    }

    /** From media time to the time of the presentation. */
    public long presentation(long mediaTime) {
        return Scale.clamp(Scale.nanos(Scale.add(mediaTime, -offset), timescale) + frame.start);
    }

    /** When what has this media time happened; empty without an availabilityStartTime. */
    public Optional<Instant> wallClock(long mediaTime) {
        return frame.zero == null
                ? Optional.empty()
                : Optional.of(Scale.after(frame.zero.plusNanos(frame.start), Scale.add(mediaTime, -offset), timescale));
    }

    /** Media time behind the newest segment. */
    public OptionalLong end(Instant now) {
        long count = count(now);
        return count <= 0 || mode == Mode.SINGLE
                ? OptionalLong.empty()
                : OptionalLong.of(Scale.add(time(count - 1), duration(count - 1)));
    }

    /** End of the newest segment in the time of the presentation. */
    public OptionalLong edge(Instant now) {
        OptionalLong end = end(now);
        return end.isEmpty() ? end : OptionalLong.of(presentation(end.getAsLong()));
    }

    /** End of the newest segment by the clock. */
    public Optional<Instant> edgeAt(Instant now) {
        OptionalLong end = end(now);
        return end.isEmpty() ? Optional.empty() : wallClock(end.getAsLong());
    }

    /** When a segment may be asked for: when its last picture has happened, less what the offset allows. */
    public Optional<Instant> availableAt(long index) {
        return wallClock(Scale.add(time(index), duration(index))).map(end -> end.minusNanos(availabilityTimeOffset));
    }

    /** The longest of the last ten segments: what stands for a target duration. */
    public long longest(Instant now) {
        long count = count(now);
        if (mode == Mode.SINGLE || count <= 0) {
            return 0;
        }
        long longest = 0;
        for (long index = Math.max(0, count - RECENT); index < count; index++) {
            longest = Math.max(longest, duration(index));
        }
        return Math.max(0, Scale.nanos(longest, timescale));
    }

    /** All that is listed, in nanoseconds. */
    public long cover(Instant now) {
        OptionalLong end = end(now);
        return end.isEmpty() ? 0 : Scale.nanos(Scale.add(end.getAsLong(), -time(first(now))), timescale);
    }

    /** The URL of a segment as the manifest writes it, to be resolved against the lowest BaseURL. */
    Optional<String> media(long index, Representation representation) {
        if (info.kind() == SegmentInfo.Kind.LIST) {
            boolean there = index >= 0 && index < info.urls().size();
            return there ? Optional.ofNullable(info.urls().get((int) index).media()) : Optional.empty();
        }
        return fill(info.media(), representation, index);
    }

    Optional<String> initialization(Representation representation) {
        return fill(info.initialization(), representation, 0);
    }

    /** What no player can fill in is nothing that could be asked for. */
    private Optional<String> fill(@Nullable Template template, Representation representation, long index) {
        if (template == null || template.trouble().isPresent()) {
            return Optional.empty();
        }
        String id = representation.id() == null ? "" : representation.id();
        long time = template.has(Identifier.TIME) ? time(index) : 0;
        return Optional.of(template.fill(id, representation.bandwidth(), number(index), time));
    }
}
