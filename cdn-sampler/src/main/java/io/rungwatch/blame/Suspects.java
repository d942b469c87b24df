package io.rungwatch.blame;

import io.rungwatch.profile.Layer;
import java.util.List;

/** The places side by side at which a fault is first seen, and what speaks for and against them. */
final class Suspects {
    private static final double PLATFORM = 0.8;
    private static final int UNRELATED = 3;

    private final Case of;
    private final Chain chain;
    private final List<Seen> first;

    Suspects(Case of, Chain chain, List<Seen> first) {
        this.of = of;
        this.chain = chain;
        this.first = first;
    }

    Guilty guilty() {
        if (ours()) {
            return new Guilty.Probe();
        }
        boolean acquitted = isGoodAbove();
        if (of.symptom().isHandedDown() && of.source() == State.BAD && !acquitted) {
            return new Guilty.Source();
        }
        if (acquitted && first.stream().allMatch(Seen::gateway)) {
            return new Guilty.Link(above(), places());
        }
        if (scattered()) {
            return new Guilty.Pops(places(), known());
        }
        if (of.symptom().isHandedDown() && kind() != Layer.Kind.PACKAGER && !acquitted) {
            return new Guilty.OrBefore(places().getFirst());
        }
        return known() > 1 ? new Guilty.Platform(kind(), places(), known()) : new Guilty.At(places().getFirst());
    }

    /** No layer hands down that it cannot be connected to: when none can, or only we cannot, it is the way there. */
    private boolean ours() {
        return of.blind() || of.symptom().mayBeOurs() && (contradicted() || deaf());
    }

    private boolean deaf() {
        return of.symptom() == Symptom.UNREACHABLE
                && chain.bad().size() >= UNRELATED
                && chain.known().allMatch(seen -> seen.is(State.BAD));
    }

    /** Who asks them directly got a good answer just now. */
    private boolean contradicted() {
        return below().stream().anyMatch(seen -> seen.verdict().wentUpstream());
    }

    /** Of the good ones, those that ask them directly. */
    private List<Seen> below() {
        return chain.known()
                .filter(seen -> seen.is(State.GOOD))
                .filter(seen -> chain.next(seen).filter(first::contains).isPresent())
                .toList();
    }

    /** A good one below, of which it is not known that it has a copy, makes it less likely that nobody gets anything. */
    boolean doubted() {
        return of.symptom().mayBeOurs()
                && below().stream().anyMatch(seen -> !seen.verdict().fromStore());
    }

    boolean isGoodAbove() {
        return first.stream().allMatch(each -> stateAbove(each) == State.GOOD);
    }

    /** Of slowness, who stands above has been charged with its share already: it is enough that it was measured. */
    private State stateAbove(Seen each) {
        return each.place().kind() == Layer.Kind.PACKAGER
                ? of.source()
                : chain.up(each)
                        .map(above -> of.symptom() == Symptom.SLOW ? State.GOOD : above.state())
                        .orElse(State.UNKNOWN);
    }

    /** Few of many; or many, but each with something else. How slow they are is never the same. */
    private boolean scattered() {
        boolean alike = of.symptom() == Symptom.SLOW
                || first.stream().map(Seen::reason).distinct().count() == 1;
        return known() > 1 && (!alike || first.size() < PLATFORM * known());
    }

    private int known() {
        return chain.known(kind());
    }

    Layer.Kind kind() {
        return first.getFirst().place().kind();
    }

    List<Place> places() {
        return first.stream().map(Seen::place).toList();
    }

    private List<Place> above() {
        return first.stream()
                .flatMap(each -> chain.up(each).stream())
                .map(Seen::place)
                .distinct()
                .toList();
    }

    /** Between them and who was judged above them. */
    List<Place> gap() {
        return first.stream()
                .flatMap(each -> chain.gap(each).stream())
                .map(Seen::place)
                .distinct()
                .toList();
    }
}
