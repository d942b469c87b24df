package io.rungwatch.round;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.watch.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One segment that all layers list, as each of them lists it. A layer that lags so far behind that it has none in common is left out: that
 * it lags is told by others.
 *
 * @param before the one right before it, at the topmost layer
 */
record Chosen(List<Offer> offers, List<Offered> segments, Optional<Offered> before) {

    static Optional<Chosen> of(List<Offer> offers, Optional<Offered> wanted, boolean oldest) {
        if (offers.isEmpty() || offers.getFirst().segments().isEmpty()) {
            return Optional.empty();
        }
        List<Offered> top = offers.getFirst().segments();
        int most = -1;
        int place = -1;
        // The newest that most layers have, or the oldest; the very newest only if there is no other, the very oldest
        // may be about to leave.
        int last = Math.max(0, top.size() - 2);
        for (int k = 0; k <= last; k++) {
            int i = oldest ? Math.min(k + 1, last) : last - k;
            Offered candidate = top.get(i);
            if (wanted.isPresent() && same(candidate, wanted.get())) {
                place = i;
                break;
            }
            int have = (int) offers.stream()
                    .filter(offer -> find(offer, candidate).isPresent())
                    .count();
            if (have > most) {
                most = have;
                place = i;
            }
        }
        return Optional.of(at(offers, top, place));
    }

    private static Chosen at(List<Offer> offers, List<Offered> top, int place) {
        List<Offer> having = new ArrayList<>();
        List<Offered> segments = new ArrayList<>();
        for (Offer offer : offers) {
            find(offer, top.get(place)).ifPresent(segment -> {
                having.add(offer);
                segments.add(segment);
            });
        }
        Optional<Offered> before = place > 0 && top.get(place).follows(top.get(place - 1))
                ? Optional.of(top.get(place - 1))
                : Optional.empty();
        return new Chosen(having, segments, before);
    }

    private static Optional<Offered> find(Offer offer, Offered wanted) {
        return offer.segments().stream()
                .filter(segment -> same(segment, wanted))
                .findFirst();
    }

    /** The file is called the same; where all segments lie in one file, they are told apart by their numbers. */
    private static boolean same(Offered one, Offered other) {
        return one.isSame(other)
                || one.listed().whole()
                        && other.listed().whole()
                        && name(one.listed()).equals(name(other.listed()))
                        && !name(one.listed()).isEmpty();
    }

    private static String name(Listed listed) {
        String path = listed.url().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Offered top() {
        return segments.getFirst();
    }
}
