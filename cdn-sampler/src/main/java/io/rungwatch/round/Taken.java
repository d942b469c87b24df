package io.rungwatch.round;

import io.rungwatch.cache.Ruling;
import io.rungwatch.check.Offered;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Secured;
import io.rungwatch.media.Look;
import io.rungwatch.profile.Layer;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Sample;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One segment as one layer gave it.
 *
 * @param ruling which cache gave it; empty without an answer
 * @param print of its body; that of nothing where there was no good answer
 * @param earlier that of the same object at the same layer when it was read before
 * @param secured over which connection it came; empty in the clear
 * @param look into it, where this was wanted
 */
public record Taken(
        Offer offer,
        Offered segment,
        Exchange exchange,
        Optional<Ruling> ruling,
        Sample sample,
        Print print,
        Optional<Print> earlier,
        Optional<Secured> secured,
        Optional<Look> look)
        implements io.rungwatch.watch.Outcome.Sampled {

    public Where where() {
        return offer.where();
    }

    public Layer layer() {
        return where().layer();
    }

    public boolean good() {
        return sample.outcome() == Outcome.GOOD;
    }

    public Optional<Exchange.Answered> answer() {
        return exchange instanceof Exchange.Answered answer ? Optional.of(answer) : Optional.empty();
    }

    /** A page that says with 200 that something is not there, or that one should log in. */
    public boolean isPage() {
        return header("Content-Type")
                .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    /** 0 where there was no answer. */
    public int status() {
        return answer().map(Exchange.Answered::status).orElse(0);
    }

    public Optional<String> header(String name) {
        return answer().flatMap(answer -> answer.headers().first(name));
    }

    /** When its last byte was here, or nobody waited any longer. */
    public Instant end() {
        return exchange.startedAt().plusNanos(exchange.timing().total());
    }

    /** For people: `segment 4711`. */
    public String what() {
        return segment.listed().what();
    }

    Taken with(Sample other) {
        return new Taken(offer, segment, exchange, ruling, other, print, earlier, secured, look);
    }

    /** Like what an equal body above showed. */
    Taken with(Look other) {
        return new Taken(offer, segment, exchange, ruling, sample, print, earlier, secured, Optional.of(other));
    }
}
