package io.rungwatch.blame;

import static java.util.stream.Collectors.joining;

import io.rungwatch.profile.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is brought against the guilty: how surely, what else is explained by it, and the sentence for people. */
final class Charge {
    private static final int TWICE = 2;

    private final Case of;
    private final Chain chain;
    private final List<Seen> first;
    private final Suspects suspects;

    Charge(Case of, Chain chain) {
        this.of = of;
        this.chain = chain;
        this.first = of.symptom() == Symptom.SLOW && !of.blind() ? new Slow(chain).culprits() : chain.firstBad();
        this.suspects = new Suspects(of, chain, first);
    }

    Blame blame() {
        Guilty guilty = first.isEmpty() ? new Guilty.Several(places(chain.bad(), seen -> true)) : suspects.guilty();
        List<Seen> others = chain.known()
                .filter(seen -> !first.isEmpty() && !first.contains(seen))
                .toList();
        List<Place> alsoAt = places(others, seen -> seen.is(State.BAD) && chain.isUnder(seen, first));
        List<Place> apart = places(others, seen -> seen.is(State.BAD) && !chain.isUnder(seen, first));
        List<Place> masked = places(
                others,
                seen -> of.symptom().mayBeHidden()
                        && !(guilty instanceof Guilty.Probe)
                        && seen.is(State.GOOD)
                        && seen.verdict().fromStore()
                        && chain.isUnder(seen, first));
        String sentence = sentence(guilty, alsoAt, apart, masked);
        return new Blame(guilty, confidence(guilty), alsoAt, apart, masked, sentence);
    }

    private static List<Place> places(List<Seen> seen, Predicate<Seen> which) {
        return seen.stream().filter(which).map(Seen::place).toList();
    }

    private Confidence confidence(Guilty guilty) {
        boolean twice = of.rounds().size() >= TWICE;
        return switch (guilty) {
            case Guilty.OrBefore before -> Confidence.LOW;
            case Guilty.Several several -> Confidence.LOW;
            case Guilty.Probe probe -> of.blind() ? Confidence.HIGH : Confidence.MEDIUM;
            case Guilty.Source source -> twice ? Confidence.HIGH : Confidence.MEDIUM;
            case Guilty.At at -> ofPlace(twice);
            case Guilty.Link link -> ofPlace(twice);
            case Guilty.Pops pops -> ofPlace(twice);
            case Guilty.Platform platform -> ofPlace(twice);
        };
    }

    private Confidence ofPlace(boolean twice) {
        if (suspects.doubted()) {
            return Confidence.LOW;
        }
        if (suspects.isGoodAbove()) {
            return twice && suspects.gap().isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
        }
        // Nobody looks at what goes into the packager, but nothing else can be above it.
        return suspects.kind() == Layer.Kind.PACKAGER ? Confidence.MEDIUM : Confidence.LOW;
    }

    private String sentence(Guilty guilty, List<Place> alsoAt, List<Place> apart, List<Place> masked) {
        List<String> parts = new ArrayList<>();
        parts.add(of.symptom().text() + ": " + guilty.text() + reasons());
        say(parts, "also at ", alsoAt, "");
        say(parts, "", masked, " good only out of store");
        say(parts, "", suspects.gap(), " not judged");
        say(parts, "not through it: ", apart, "");
        return String.join("; ", parts);
    }

    private static void say(List<String> parts, String before, List<Place> places, String after) {
        if (!places.isEmpty()) {
            parts.add(before + Guilty.names(places) + after);
        }
    }

    private String reasons() {
        List<String> reasons = first.stream().map(Seen::reason).distinct().toList();
        String text = reasons.size() < TWICE
                ? String.join("", reasons)
                : first.stream()
                        .map(each -> each.place().name() + " " + each.reason())
                        .collect(joining(", "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
