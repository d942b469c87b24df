package io.rungwatch.round;

import io.rungwatch.profile.Layer;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Offers;
import io.rungwatch.watch.Sampling.Question;
import io.rungwatch.watch.Subject;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The standbys of a channel's layers, seldom asked: one rendition in its turn, and soon again while looks do not agree. They stand beside the
 * chain: nothing of the chain is blamed on them.
 */
final class Standbys {
    private static final Duration EVERY = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(10);
    /** As many looks as it takes to raise an alert, or to clear it. */
    private static final int AGREEING = 3;

    private record Key(Subject subject, Layer layer) {}

    /** What is remembered of one rendition at one standby. */
    private static final class Seat {
        final Where where;
        int agreeing = AGREEING;
        boolean bad;
        Instant again = Instant.MAX;

        Seat(Where where) {
            this.where = where;
        }

        void looked(boolean found, Instant at) {
            agreeing = found == bad ? Math.min(AGREEING, agreeing + 1) : 1;
            bad = found;
            again = agreeing < AGREEING ? at.plus(SOON) : Instant.MAX;
        }
    }

    private final Desk desk;
    private final Map<Key, Seat> seats = new HashMap<>();
    private final Map<Subject, Instant> turns = new HashMap<>();
    private final List<Where> gone = new ArrayList<>();
    private Instant next;

    /** @param next the first look; never, where no layer has a standby */
    Standbys(Desk desk, Instant next) {
        this.desk = desk;
        this.next = next;
    }

    static boolean has(List<Layer> layers) {
        return layers.stream().anyMatch(layer -> layer.backup().isPresent());
    }

    Instant due() {
        Instant due = next;
        for (Seat seat : seats.values()) {
            due = seat.again.isBefore(due) ? seat.again : due;
        }
        return due;
    }

    void ask(Instant now, Offers offers, List<Question> into) {
        Set<Subject> subjects = new HashSet<>();
        seats.forEach((key, seat) -> {
            if (!seat.again.isAfter(now)) {
                subjects.add(key.subject());
            }
        });
        if (!next.isAfter(now)) {
            next = now.plus(EVERY);
            List<Subject> all = offers.subjects();
            retain(all);
            all.stream()
                    .min(Comparator.comparing(subject -> turns.getOrDefault(subject, Instant.MIN)))
                    .ifPresent(subject -> {
                        turns.put(subject, now);
                        subjects.add(subject);
                    });
        }
        subjects.forEach(subject -> look(subject, now, offers.of(subject), into));
    }

    private void look(Subject subject, Instant now, List<Offer> offers, List<Question> into) {
        for (Offer offer : offers) {
            offer.where().layer().backup().ifPresent(backup -> {
                Seat seat = seats.computeIfAbsent(
                        new Key(subject, offer.where().layer()), missing -> new Seat(standby(offer, backup)));
                seat.again = Instant.MAX;
                into.addAll(new StandbyLook(offer, seat.where, desk, seat::looked).questions(now));
            });
        }
    }

    private static Where standby(Offer offer, Url backup) {
        Layer layer = offer.where().layer();
        return new Where(
                offer.where().channel(),
                offer.where().protocol(),
                new Layer(layer.name() + "-standby", layer.kind(), layer.team(), backup, Optional.empty()),
                offer.where().rendition());
    }

    private void retain(List<Subject> all) {
        turns.keySet().retainAll(all);
        seats.entrySet().removeIf(seat -> {
            boolean left = !all.contains(seat.getKey().subject());
            if (left) {
                gone.add(seat.getValue().where);
            }
            return left;
        });
    }

    /** Of renditions that are there no more; each is told once. */
    List<Where> takeGone() {
        List<Where> taken = List.copyOf(gone);
        gone.clear();
        return taken;
    }
}
