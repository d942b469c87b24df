package io.rungwatch.round;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Sample.Touch;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Sampling.Question;
import io.rungwatch.watch.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Samples one rendition. Two kinds of looks take turns: at one segment of all layers in the same moment, which compares them, and at a
 * segment of its own for each layer and then once more, which measures its cache. Where something was found, comparisons follow closely.
 */
final class SubjectSampling {
    private static final Duration SECOND_TOUCH = Duration.ofSeconds(2);
    /** An init section is asked for again after so many comparisons. */
    private static final int INIT_AGAIN = 20;

    private static final Duration SOON = Duration.ofSeconds(1);

    /** To be asked for once more. */
    private record Touched(Layer layer, Offered segment, Instant at) {}

    private final Subject subject;
    private final Desk desk;
    private final int mostExcuses;
    private final Inits inits = new Inits();
    private final Alertness alertness = new Alertness();
    /** Layers whose bytes were others than those furthest up: they are looked into next time. */
    private final Set<Layer> differing = new HashSet<>(2);

    private final List<Touched> touched = new ArrayList<>(0);
    private final List<OtherWays> otherWays = new ArrayList<>(0);
    private long compared;
    private long measured;
    private long suspicions;
    /** The probe was late for the last comparison, which said nothing: there is one more. */
    private boolean owed;

    private int excuses;
    private int open;
    private Instant turned = Instant.MIN;
    private Instant due = Instant.MAX;

    /** @param mostExcuses how many comparisons that the probe was late for are made up for; whoever is often late must not ask the more */
    SubjectSampling(Subject subject, Desk desk, int mostExcuses) {
        this.subject = subject;
        this.desk = desk;
        this.mostExcuses = mostExcuses;
    }

    /** When it wants to look again before its turn. */
    Instant due() {
        Instant first = due;
        for (Touched again : touched) {
            first = again.at().isBefore(first) ? again.at() : first;
        }
        for (OtherWays ways : otherWays) {
            first = ways.at().isBefore(first) ? ways.at() : first;
        }
        return first;
    }

    boolean suspect() {
        return alertness.suspect();
    }

    /** When it last had its turn. */
    Instant turned() {
        return turned;
    }

    /** Comparisons so far. */
    long looks() {
        return compared;
    }

    boolean settled() {
        return compared > 0 && open == 0 && !owed && !alertness.inDoubt();
    }

    /** Bytes that a look at these will load, at a guess. */
    static double cost(List<Offer> offers) {
        double bytes = 0;
        for (Offer offer : offers) {
            long rate = Math.max(offer.promise().bandwidth(), offer.promise().averageBandwidth());
            bytes += rate / 8.0 * offer.target().toMillis() / 1000;
        }
        return bytes;
    }

    /** Of what is due by then; a second touch is of one layer only. */
    double costAgain(Instant now, List<Offer> offers) {
        double bytes = due.isAfter(now) ? 0 : cost(offers);
        for (Touched second : touched) {
            if (!second.at().isAfter(now)) {
                bytes += cost(offers.stream()
                        .filter(offer -> offer.where().layer().equals(second.layer()))
                        .toList());
            }
        }
        return bytes;
    }

    /** There is not enough left for what it wants: a second touch so late would say nothing of the first, all else can wait. */
    void rests(Instant until) {
        touched.removeIf(second -> second.at().isBefore(until));
        otherWays.clear();
        due = due.isBefore(until) ? until : due;
    }

    /** @param counts whether it is its turn, and not that of somebody else: only then what it sees is a fair sample */
    void turn(Instant now, List<Offer> offers, boolean counts, List<Question> into) {
        turned = counts ? now : turned;
        boolean caches =
                offers.stream().anyMatch(offer -> offer.where().layer().kind().isCache());
        if (caches && compared > measured && !suspect()) {
            measured++;
            measure(offers, into);
        } else {
            compare(offers, counts, into);
        }
    }

    /** Segments that follow one another, the newest ones, all at once. */
    void spot(List<Offer> offers, int segments, List<Question> into) {
        if (offers.isEmpty()) {
            return;
        }
        List<Offered> top = offers.getFirst().segments();
        for (int back = segments + 1; back > 1; back--) {
            if (back <= top.size()) {
                Optional<Chosen> chosen = Chosen.of(offers, Optional.of(top.get(top.size() - back)), false);
                chosen.ifPresent(segment -> compare(segment, false, into));
            }
        }
    }

    void again(Instant now, List<Offer> offers, List<Question> into) {
        for (Touched second : List.copyOf(touched)) {
            if (!second.at().isAfter(now)) {
                touched.remove(second);
                offers.stream()
                        .filter(offer -> offer.where().layer().equals(second.layer()))
                        .findFirst()
                        .ifPresent(offer -> touch(offer, second.segment(), Touch.SECOND, into));
            }
        }
        List.copyOf(otherWays).forEach(ways -> ways.questions().forEach(question -> ask(question, into)));
        otherWays.clear();
        if (!due.isAfter(now)) {
            compare(offers, false, into);
        }
    }

    // One segment at all layers.

    private void compare(List<Offer> offers, boolean counts, List<Question> into) {
        due = Instant.MAX;
        owed = false;
        Optional<Chosen> chosen =
                Chosen.of(offers, alertness.object(), desk.plan().settled());
        if (chosen.isEmpty()) {
            compared++;
            return;
        }
        Optional<Listed> init = chosen.get().top().init();
        if (init.isPresent() && inits.wants(init.get(), initRound())) {
            fetchInit(chosen.get(), init.get(), into);
            return;
        }
        compared++;
        compare(chosen.get(), counts, into);
    }

    private void compare(Chosen chosen, boolean counts, List<Question> into) {
        Optional<InitRead> init = chosen.top().init().flatMap(inits::get);
        Comparison comparison =
                new Comparison(subject, chosen, init, Set.copyOf(differing), counts, desk, this::compared);
        comparison.questions().forEach(question -> ask(question, into));
    }

    private void compared(SampleRound round, boolean suspicious, Instant now) {
        differing.clear();
        round.layers().stream()
                .filter(taken -> taken.good() && taken.look().isEmpty())
                .forEach(taken -> differing.add(taken.layer()));
        suspicions += suspicious && !alertness.suspect() ? 1 : 0;
        alertness.looked(suspicious, round.layers().getFirst().segment());
        due = alertness.again(now);
        owed = excuses < mostExcuses
                && round.layers().stream().anyMatch(taken -> taken.sample().spoiled());
        if (owed) {
            excuses++;
            due = now.plus(SOON);
        }
    }

    /** The section comes first: a segment says little without it. */
    private void fetchInit(Chosen chosen, Listed init, List<Question> into) {
        Offer offer = chosen.offers().getFirst();
        Taker taker = Taker.looking(offer, chosen.top().as(init), Touch.COMPARE, desk.wanted(), Optional.empty());
        long round = initRound();
        ask(
                new Question(offer, taker.fetch(), exchange -> {
                    Taken taken = desk.taken(taker, exchange, offer);
                    inits.heard(init, round, InitRead.of(init, taken));
                    due = taken.end();
                    return desk.aside(taken);
                }),
                into);
    }

    /** It is asked for again after a while, and where something was found: it may be another one by now. */
    private long initRound() {
        return compared / INIT_AGAIN + suspicions;
    }

    // A segment of its own for each layer.

    private void measure(List<Offer> offers, List<Question> into) {
        Set<Long> taken = new HashSet<>();
        for (Offer offer : offers.reversed()) {
            // The oldest may leave while it is being asked for.
            Optional<Offered> segment = offer.segments().stream()
                    .skip(1)
                    .filter(each ->
                            !each.asked() && !taken.contains(each.listed().number()))
                    .findFirst();
            segment.ifPresent(own -> {
                taken.add(own.listed().number());
                touch(offer, own, Touch.FIRST, into);
            });
        }
    }

    private void touch(Offer offer, Offered segment, Touch touch, List<Question> into) {
        Taker taker = Taker.counting(offer, segment, touch, desk.wanted());
        ask(
                new Question(offer, taker.fetch(), exchange -> {
                    Taken taken = desk.taken(taker, exchange, offer);
                    touched(taken, touch);
                    otherWays(taken, touch, taker.head());
                    return desk.measured(taken);
                }),
                into);
    }

    private void touched(Taken taken, Touch touch) {
        boolean changed =
                taken.earlier().filter(print -> !print.equals(taken.print())).isPresent();
        if ((!taken.good() || changed) && !taken.sample().spoiled()) {
            alertness.looked(true, taken.segment());
            due = alertness.again(taken.end());
        } else if (touch == Touch.FIRST && taken.layer().kind().isCache()) {
            touched.add(new Touched(taken.layer(), taken.segment(), taken.end().plus(SECOND_TOUCH)));
        }
    }

    /** Of a cache once it had the time to store it. */
    private void otherWays(Taken taken, Touch touch, Print head) {
        Seldom seldom = desk.memory(taken.layer()).seldom();
        boolean last = touch == Touch.SECOND || !taken.layer().kind().isCache();
        if (last && desk.asksInOtherWays() && OtherWays.fits(taken) && seldom.takes(taken.end())) {
            boolean queries = desk.asksWithQueries() && seldom.costlyToo();
            otherWays.add(new OtherWays(taken, head, desk.site(), queries, desk));
        }
    }

    private void ask(Question question, List<Question> into) {
        open++;
        into.add(new Question(question.offer(), question.fetch(), exchange -> {
            open--;
            return question.then().apply(exchange);
        }));
    }
}
