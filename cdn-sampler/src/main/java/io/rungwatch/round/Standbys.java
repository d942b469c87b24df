package io.rungwatch.round;

import io.rungwatch.check.Rendition;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The standbys of a channel's layers, seldom asked: one rendition of each in its turn, and soon again while looks do not agree. They stand
 * beside the chain: nothing of the chain is blamed on them. What they load counts like all samples, and a layer that is to be spared is.
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
        Instant turned = Instant.MIN;
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

    /** The layer gives the segment too. */
    private static final int BOTH = 2;

    private final Desk desk;
    private final Allowance allowance;
    private final Map<Key, Seat> seats = new HashMap<>();
    private final Map<Layer, Instant> turns = new HashMap<>();
    private final List<Where> gone = new ArrayList<>();
    private Instant next;

    /** @param next the first look; never, where no layer has a standby */
    Standbys(Desk desk, Allowance allowance, Instant next) {
        this.desk = desk;
        this.allowance = allowance;
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
        List<Subject> subjects = offers.subjects();
        boolean turn = !next.isAfter(now);
        if (turn) {
            next = now.plus(EVERY);
            retain(subjects);
        }
        Set<Seat> again = again(now);
        for (List<Offer> layer : backed(subjects, offers)) {
            Optional<Offer> chosen = turn ? next(layer, now) : Optional.empty();
            for (Offer offer : layer) {
                if (chosen.filter(offer::equals).isPresent() || again.contains(seats.get(key(offer)))) {
                    look(offer, lowest(layer, offer).equals(offer), now, into);
                }
            }
        }
    }

    private Set<Seat> again(Instant now) {
        Set<Seat> again = new HashSet<>();
        seats.forEach((key, seat) -> {
            Instant rested = rested(key.layer());
            if (!seat.again.isAfter(now) && rested.isAfter(now)) {
                seat.again = rested;
            } else if (!seat.again.isAfter(now)) {
                // Also where the layer lists it no more at present: then its next turn will tell.
                seat.again = Instant.MAX;
                again.add(seat);
            }
        });
        return again;
    }

    /** When the layer's own interval is over. */
    private Instant rested(Layer layer) {
        return turns.getOrDefault(layer, Instant.MIN).plus(desk.plan().interval(layer));
    }

    /** What is listed at each of the layers that have a standby. */
    private static Collection<List<Offer>> backed(List<Subject> subjects, Offers offers) {
        Map<Layer, List<Offer>> backed = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            for (Offer offer : offers.of(subject)) {
                Layer layer = offer.where().layer();
                if (layer.backup().isPresent()) {
                    backed.computeIfAbsent(layer, missing -> new ArrayList<>()).add(offer);
                }
            }
        }
        return backed.values();
    }

    /** The one that waits longest; none before the layer's own interval is over. */
    private Optional<Offer> next(List<Offer> listed, Instant now) {
        if (rested(listed.getFirst().where().layer()).isAfter(now)) {
            return Optional.empty();
        }
        return listed.stream()
                .min(Comparator.comparing(offer -> Optional.ofNullable(seats.get(key(offer)))
                        .map(seat -> seat.turned)
                        .orElse(Instant.MIN)));
    }

    /** Of a rendition's protocol the one that costs least: one rung shows whether segments are there, and all would be loaded twice. */
    private static Offer lowest(List<Offer> listed, Offer like) {
        return listed.stream()
                .filter(offer -> offer.where().protocol() == like.where().protocol())
                .min(Comparator.comparing(
                                (Offer offer) -> offer.where().rendition().kind() != Rendition.Kind.VIDEO)
                        .thenComparing(offer -> SubjectSampling.cost(List.of(offer))))
                .orElse(like);
    }

    private void look(Offer offer, boolean segments, Instant now, List<Question> into) {
        Layer layer = offer.where().layer();
        Seat seat = seats.computeIfAbsent(
                key(offer), missing -> new Seat(standby(offer, layer.backup().orElseThrow())));
        seat.turned = now;
        turns.put(layer, now);
        if (segments && !allowance.grants(now, BOTH * SubjectSampling.cost(List.of(offer)))) {
            seat.again = seat.agreeing < AGREEING ? now.plus(SOON) : Instant.MAX;
            return;
        }
        StandbyLook look = new StandbyLook(offer, seat.where, segments, desk, seat::looked);
        into.addAll(look.questions());
    }

    private static Key key(Offer offer) {
        return new Key(
                new Subject(offer.where().protocol(), offer.where().rendition()),
                offer.where().layer());
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
