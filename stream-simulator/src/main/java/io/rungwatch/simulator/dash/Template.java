package io.rungwatch.simulator.dash;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A SegmentTemplate; all but `early` is in ticks.
 *
 * @param duration of each segment, where none is listed
 * @param early milliseconds that a segment can be had before it is whole
 */
public record Template(
        int timescale,
        long offset,
        @Nullable Long startNumber,
        @Nullable Long duration,
        String media,
        @Nullable Long early,
        List<Span> spans) {
    /** One segment. */
    public record Span(long index, long start, long duration) {
        public Span withDuration(long ticks) {
            return new Span(index, start, ticks);
        }

        public Span movedBy(long ticks) {
            return new Span(index, start + ticks, duration);
        }
    }

    public Template withOffset(long ticks) {
        return new Template(timescale, ticks, startNumber, duration, media, early, spans);
    }

    public Template withStartNumber(@Nullable Long number) {
        return new Template(timescale, offset, number, duration, media, early, spans);
    }

    public Template withSpans(List<Span> others) {
        return new Template(timescale, offset, startNumber, duration, media, early, others);
    }

    public Template each(UnaryOperator<Span> change) {
        return withSpans(spans.stream().map(change).toList());
    }
}
