package io.rungwatch.checks.media;

import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What the manifest's dates make of timestamps: date less timestamp is the same in all segments of a timeline, and in all renditions of it.
 * How far a segment is off, in seconds; the middle of several counts, so that one of them may be wrong.
 */
final class Wall {
    private static final double NEAR = 60;

    private Wall() {}

    /** Beside earlier segments; the one right before is left out, as it is part of the same jump or of none. */
    static OptionalDouble drift(MediaStep step) {
        Portion current = step.current();
        Optional<Lane> lane = Lanes.main(current);
        if (lane.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Portion> older = step.earlier().stream()
                .filter(earlier -> !current.follows(earlier))
                .toList();
        List<Portion> compared = older.isEmpty() ? step.earlier() : older;
        return middle(compared.stream()
                .flatMapToDouble(earlier -> Lanes.like(lane.get(), earlier).stream()
                        .flatMapToDouble(other -> apart(current, lane.get(), earlier, other))));
    }

    /** Beside other renditions read about the same time: where all jump, those read before have not jumped yet. */
    static OptionalDouble beside(MediaStep step, Lane own, Sort sort) {
        return middle(step.beside().stream()
                .filter(other ->
                        other.segment().section() == step.current().segment().section())
                .filter(other -> Math.abs(wall(step.current(), other)) <= NEAR)
                .flatMapToDouble(other -> Lanes.of(other, sort).stream()
                        .flatMapToDouble(lane -> apart(step.current(), own, other, lane))));
    }

    private static DoubleStream apart(Portion current, Lane own, Portion other, Lane lane) {
        if (current.segment().start().isEmpty() || other.segment().start().isEmpty()) {
            return DoubleStream.empty();
        }
        double wall = wall(current, other);
        return DoubleStream.of(own.apart(own.begin() - lane.begin() - wall));
    }

    /** 0 where either has no date. */
    private static double wall(Portion current, Portion other) {
        return current.segment().start().isEmpty() || other.segment().start().isEmpty()
                ? 0
                : (current.segment().start().getAsLong()
                                - other.segment().start().getAsLong())
                        / 1e9;
    }

    /** Of an even number, the smaller one of the two in the middle. */
    private static OptionalDouble middle(DoubleStream all) {
        double[] sorted = all.sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double low = sorted[(sorted.length - 1) / 2];
        double high = sorted[sorted.length / 2];
        return OptionalDouble.of(Math.abs(low) < Math.abs(high) ? low : high);
    }
}
