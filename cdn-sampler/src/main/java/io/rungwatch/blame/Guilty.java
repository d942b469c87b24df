package io.rungwatch.blame;

import io.rungwatch.profile.Layer;
import java.util.List;
import java.util.stream.Collectors;

/** Where a fault begins. */
public sealed interface Guilty {
    /** For people: goes on from "slow answers: …". */
    String text();

    record At(Place place) implements Guilty {
        @Override
        public String text() {
            return "begins at " + place.name();
        }
    }

    /** Both ends are well, what lies between is not. */
    record Link(List<Place> from, List<Place> to) implements Guilty {
        @Override
        public String text() {
            return "begins between " + names(from) + " and " + names(to);
        }
    }

    /** Some of many side by side. */
    record Pops(List<Place> bad, int of) implements Guilty {
        @Override
        public String text() {
            return "begins at " + bad.size() + " of " + of + " "
                    + bad.getFirst().kind().word() + "s: " + names(bad);
        }
    }

    /** So many of those side by side that it is what they share. */
    record Platform(Layer.Kind kind, List<Place> bad, int of) implements Guilty {
        @Override
        public String text() {
            return "begins at " + bad.size() + " of " + of + " " + kind.word() + "s: the " + kind.word()
                    + " platform, or its link upstream";
        }
    }

    /** Nobody above it was judged. */
    record OrBefore(Place place) implements Guilty {
        @Override
        public String text() {
            return "begins at " + place.name() + " or before it";
        }
    }

    /** Many share in it, none has half of it. */
    record Several(List<Place> places) implements Guilty {
        @Override
        public String text() {
            return "has no one place where it begins: " + names(places);
        }
    }

    record Source() implements Guilty {
        @Override
        public String text() {
            return "comes with the source";
        }
    }

    record Probe() implements Guilty {
        @Override
        public String text() {
            return "is the probe's own, or its network's";
        }
    }

    static String names(List<Place> places) {
        return places.stream().map(Place::name).collect(Collectors.joining(", "));
    }
}
