package io.rungwatch.round;

import io.rungwatch.check.Offered;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        List<List<Optional<Offered>>> likes =
                offers.stream().map(offer -> likes(top, offer.segments())).toList();
        int most = -1;
        int place = -1;
        // The newest that most layers have, or the oldest; the very newest only if there is no other, the very oldest
        // may be about to leave.
        int last = Math.max(0, top.size() - 2);
        for (int k = 0; k <= last; k++) {
            int i = oldest ? Math.min(k + 1, last) : last - k;
            Offered candidate = top.get(i);
            if (wanted.filter(one -> candidate.isSame(one) || isOneFile(candidate, one))
                    .isPresent()) {
                place = i;
                break;
            }
            int have =
                    (int) likes.stream().filter(like -> like.get(i).isPresent()).count();
            if (have > most) {
                most = have;
                place = i;
            }
        }
        return Optional.of(at(offers, likes, top, place));
    }

    private static Chosen at(List<Offer> offers, List<List<Optional<Offered>>> likes, List<Offered> top, int place) {
        List<Offer> having = new ArrayList<>();
        List<Offered> segments = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            likes.get(i).get(place).ifPresent(segment -> {
                having.add(offer);
                segments.add(segment);
            });
        }
        Optional<Offered> before = place > 0 && top.get(place).follows(top.get(place - 1))
                ? Optional.of(top.get(place - 1))
                : Optional.empty();
        return new Chosen(having, segments, before);
    }

    /**
     * For each of the top's segments, the one that another layer lists for it: by their addresses where these tell, else by their places.
     * What stands twice in a list, as slates do, is nobody's like then.
     */
    private static List<Optional<Offered>> likes(List<Offered> top, List<Offered> others) {
        Map<Offered, Offered> most = Map.of();
        for (By by : By.values()) {
            Map<Offered, Offered> found = by.pairs(top, others);
            most = found.size() > most.size() ? found : most;
        }
        Map<Offered, Offered> named = most;
        return top.stream()
                .map(one -> named.isEmpty()
                        ? others.stream().filter(one::isSame).findFirst()
                        : Optional.ofNullable(named.get(one)))
                .toList();
    }

    /** Layers may have other folders, and players' tokens in their queries; or it is just these that tell segments apart. */
    private enum By {
        FILE,
        FILE_AND_QUERY,
        PATH;

        String key(Offered segment) {
            Url url = segment.listed().url();
            String file = url.path().substring(url.path().lastIndexOf('/') + 1);
            return switch (this) {
                case FILE -> file;
                case FILE_AND_QUERY -> file + "?" + url.query();
                case PATH -> url.path();
            };
        }

        /** By keys that tell each of them apart from the rest of its list; one by itself is told apart from nothing by the name of its file. */
        Map<Offered, Offered> pairs(List<Offered> top, List<Offered> others) {
            if (this != PATH && top.size() == 1 && others.size() == 1) {
                return Map.of();
            }
            Map<String, Offered> theirs = named(others);
            Map<Offered, Offered> pairs = new HashMap<>();
            named(top).forEach((key, one) -> {
                Offered other = theirs.get(key);
                if (other != null) {
                    pairs.put(one, other);
                }
            });
            return pairs;
        }

        private Map<String, Offered> named(List<Offered> segments) {
            Map<String, Offered> named = new HashMap<>();
            Set<String> twice = new HashSet<>();
            for (Offered segment : segments) {
                String key = key(segment);
                if (named.put(key, segment) != null) {
                    twice.add(key);
                }
            }
            named.keySet().removeAll(twice);
            return named;
        }
    }

    private static boolean isOneFile(Offered one, Offered other) {
        return one.listed().whole()
                && other.listed().whole()
                && one.listed().url().equals(other.listed().url());
    }

    Offered top() {
        return segments.getFirst();
    }
}
