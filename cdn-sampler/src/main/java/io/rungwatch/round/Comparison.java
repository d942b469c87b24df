package io.rungwatch.round;

import io.rungwatch.check.Offered;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Sample.Touch;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Sampling.Question;
import io.rungwatch.watch.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One segment at all layers, from the first question to the last answer; beside it the one before, at the topmost layer. */
final class Comparison {
    /** Told once all have answered. */
    interface Over {
        void tell(SampleRound round, boolean suspicious, Instant at);
    }

    private final Subject subject;
    private final Chosen chosen;
    private final Optional<InitRead> init;
    private final Set<Layer> looking;
    private final boolean counts;
    private final Desk desk;
    private final Over over;
    private final Taken[] layers;
    private int left;

    /**
     * @param looking layers to look into although the topmost is
     * @param counts whether this is a fair sample, and not one more look at what was found
     */
    Comparison(
            Subject subject,
            Chosen chosen,
            Optional<InitRead> init,
            Set<Layer> looking,
            boolean counts,
            Desk desk,
            Over over) {
        this.subject = subject;
        this.chosen = chosen;
        this.init = init;
        this.looking = looking;
        this.counts = counts;
        this.desk = desk;
        this.over = over;
        this.layers = new Taken[chosen.offers().size()];
    }

    /** Downstream first: what a layer above is asked for must not make the one below look better. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (int i = layers.length - 1; i >= 0; i--) {
            int place = i;
            Offer offer = chosen.offers().get(i);
            boolean looks = i == 0 || looking.contains(offer.where().layer());
            questions.add(question(offer, chosen.segments().get(i), looks, taken -> layers[place] = taken));
        }
        chosen.before()
                .ifPresent(before -> questions.add(question(chosen.offers().getFirst(), before, true, this::remember)));
        left = questions.size();
        return questions;
    }

    private Question question(Offer offer, Offered segment, boolean looks, Consumer<Taken> then) {
        boolean last = offer.equals(chosen.offers().getLast());
        Touch touch = last && !segment.asked() ? Touch.FIRST : Touch.COMPARE;
        Taker taker = looks && desk.plan().media()
                ? Taker.looking(offer, segment, touch, desk.wanted(), init.map(InitRead::init))
                : Taker.counting(offer, segment, touch, desk.wanted());
        return new Question(offer, taker.fetch(), exchange -> accept(offer, taker, exchange, then));
    }

    private PollReport accept(Offer offer, Taker taker, Exchange exchange, Consumer<Taken> then) {
        Taken taken = desk.taken(taker, exchange, offer);
        then.accept(taken);
        left--;
        if (left == 0) {
            over(taken.end());
        }
        return desk.aside(taken);
    }

    private void over(Instant now) {
        SampleRound round =
                new SampleRound(Arrays.asList(layers)).sharingLooks().sharingTimes();
        if (counts) {
            round.layers().forEach(desk::count);
        }
        boolean suspicious = desk.judge(subject, round, this::step, now);
        round.source().ifPresent(this::remember);
        over.tell(round, suspicious, now);
    }

    private void remember(Taken taken) {
        portion(taken).ifPresent(portion -> desk.portions().add(subject, portion));
    }

    private Optional<MediaStep> step(Taken taken) {
        return portion(taken)
                .map(current -> new MediaStep(
                        current,
                        desk.portions().earlier(subject, current),
                        desk.portions().beside(subject)));
    }

    private Optional<Portion> portion(Taken taken) {
        return taken.look()
                .map(look -> new Portion(
                        taken.sample().at(),
                        taken.where().rendition(),
                        taken.offer().promise(),
                        taken.segment(),
                        look,
                        init,
                        taken.print()));
    }
}
