package io.rungwatch.round;

import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One segment asked for at all layers that list it, at the same moment; upstream first. */
public record SampleRound(List<Taken> layers) {
    /** What was seen in a body above is in an equal one below too. */
    SampleRound sharingLooks() {
        return source().flatMap(source -> source.look()
                        .map(look -> new SampleRound(layers.stream()
                                .map(taken -> taken.look().isEmpty()
                                                && taken.good()
                                                && taken.print().equals(source.print())
                                        ? taken.with(look)
                                        : taken)
                                .toList())))
                .orElse(this);
    }

    /** A cache takes for a miss what its source takes, and what is more is its own: of a source that keeps nothing, for which it is always so. */
    SampleRound sharingTimes() {
        return new SampleRound(layers.stream()
                .map(taken -> goodAbove(taken)
                        .filter(source -> taken.sample().own() == Sample.NOBODY_KNOWS
                                && !source.layer().kind().isCache())
                        .map(source -> taken.with(taken.sample()
                                .owning(Math.max(
                                        0,
                                        taken.sample().firstByte()
                                                - source.sample().firstByte()))))
                        .orElse(taken))
                .toList());
    }

    /** Those upstream of it that could be judged, nearest first. Layers of one kind stand side by side. */
    public Stream<Taken> above(Taken self) {
        return layers.reversed().stream()
                .filter(other -> other.layer().kind().compareTo(self.layer().kind()) < 0
                        && !other.sample().spoiled());
    }

    /** One that has it, of those nearest upstream that could be judged: whoever asks them gets it. */
    public Optional<Taken> goodAbove(Taken self) {
        Optional<Layer.Kind> nearest =
                above(self).findFirst().map(other -> other.layer().kind());
        return above(self)
                .filter(other -> nearest.filter(other.layer().kind()::equals).isPresent())
                .filter(Taken::good)
                .findFirst();
    }

    /** Those of the same kind, this one among them. */
    public List<Taken> beside(Taken self) {
        Layer.Kind kind = self.layer().kind();
        return layers.stream().filter(other -> other.layer().kind() == kind).toList();
    }

    /** The bytes as they are furthest up; a page in their place is no segment. */
    public Optional<Taken> source() {
        return layers.stream().filter(taken -> taken.good() && !taken.isPage()).findFirst();
    }
}
