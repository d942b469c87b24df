package io.rungwatch.blame;

import io.rungwatch.profile.Layer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The places of one object, and who asks whom. */
record Chain(List<Seen> seen) {
    /** Of several that could have been asked, the one that is well is the one that proves something. */
    private static final Comparator<Seen> NEAREST =
            Comparator.comparing((Seen other) -> other.place().kind()).thenComparing(Seen::state);

    List<Seen> bad() {
        return seen.stream().filter(each -> each.is(State.BAD)).toList();
    }

    /** The bad ones that are furthest upstream. */
    List<Seen> firstBad() {
        Optional<Layer.Kind> first =
                bad().stream().map(each -> each.place().kind()).min(Comparator.naturalOrder());
        return bad().stream()
                .filter(each -> first.filter(each.place().kind()::equals).isPresent())
                .toList();
    }

    int known(Layer.Kind kind) {
        return (int) known().filter(each -> each.place().kind() == kind).count();
    }

    Stream<Seen> known() {
        return seen.stream().filter(each -> each.state().known());
    }

    /** From there upstream, nearest first. */
    private Stream<Seen> path(Seen from) {
        return Stream.iterate(next(from), Optional::isPresent, above -> above.flatMap(this::next))
                .flatMap(Optional::stream);
    }

    Optional<Seen> next(Seen from) {
        return asked(from).or(() -> above(from).max(NEAREST));
    }

    /** A cache may skip the layer above it; then what that layer shows is no part of its story. */
    private Optional<Seen> asked(Seen from) {
        return above(from)
                .filter(other ->
                        from.asks().filter(other.place().name()::equals).isPresent())
                .findFirst();
    }

    private Stream<Seen> above(Seen from) {
        return seen.stream().filter(other -> other.place().isAbove(from.place()));
    }

    /** The nearest one above that was judged. */
    Optional<Seen> up(Seen from) {
        return path(from).filter(above -> above.state().known()).findFirst();
    }

    /** What stands between it and that one, not judged. */
    List<Seen> gap(Seen from) {
        return path(from).takeWhile(above -> !above.state().known()).toList();
    }

    /** Whether a fault of those may have come down to it. Where nobody says whom it asks, it may. */
    boolean isUnder(Seen below, List<Seen> culprits) {
        Layer.Kind kind = culprits.getFirst().place().kind();
        Seen at = below;
        while (at.place().kind().compareTo(kind) > 0) {
            Optional<Seen> asked = asked(at);
            if (asked.isEmpty()) {
                return true;
            }
            at = asked.get();
        }
        return culprits.contains(at);
    }
}
