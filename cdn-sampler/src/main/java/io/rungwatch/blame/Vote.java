package io.rungwatch.blame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the last rounds say together. */
final class Vote {
    private static final int ROUNDS = 3;
    private static final int MAJORITY = 2;

    private Vote() {}

    static List<List<Seen>> last(List<List<Seen>> rounds) {
        return rounds.subList(Math.max(0, rounds.size() - ROUNDS), rounds.size());
    }

    /** Two of three decide; a single round decides by itself, for want of better. */
    static List<Seen> settle(List<List<Seen>> rounds) {
        Map<Place, List<Seen>> places = new LinkedHashMap<>();
        rounds.forEach(round -> round.forEach(seen ->
                places.computeIfAbsent(seen.place(), place -> new ArrayList<>()).add(seen)));
        int majority = Math.min(MAJORITY, rounds.size());
        return places.values().stream().map(each -> settle(each, majority)).toList();
    }

    private static Seen settle(List<Seen> each, int majority) {
        return of(each, State.BAD, majority)
                .orElseGet(() -> of(each, State.GOOD, majority)
                        .orElseGet(() -> each.getLast().notJudged()));
    }

    /** Our own first question fills the caches: the round in which it went all the way up tells most, else the latest. */
    private static Optional<Seen> of(List<Seen> each, State state, int majority) {
        List<Seen> such = each.stream().filter(seen -> seen.is(state)).toList();
        return such.size() < majority
                ? Optional.empty()
                : such.stream().filter(Seen::telling).findFirst().or(() -> Optional.of(such.getLast()));
    }
}
