package io.rungwatch.round;

import io.rungwatch.cache.Judge;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Ruling;
import io.rungwatch.cache.Verdict;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Limits;
import io.rungwatch.exchange.Timing;
import io.rungwatch.media.Init;
import io.rungwatch.media.Media;
import io.rungwatch.media.MediaReader;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Sample;
import io.rungwatch.watch.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks for one segment at one layer and makes a sample of the answer. For one question. */
final class Taker {
    /** What waited so long in our own queue or for us to look, or was sent so late, says nothing of the layer … */
    private static final long WAITED = 100_000_000L;

    /** … unless it took so many times as long anyway: who is slow is not excused by our pauses. */
    private static final int ANYWAY = 5;

    private static final Duration LATE = Duration.ofMillis(250);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final int PATIENCE = 2;

    private final Offer offer;
    private final Offered segment;
    private final Sample.Touch touch;
    private final Instant wanted;
    private final SegmentReader reader;

    private Taker(Offer offer, Offered segment, Sample.Touch touch, Instant wanted, Optional<MediaReader> media) {
        this.offer = offer;
        this.segment = segment;
        this.touch = touch;
        this.wanted = wanted;
        this.reader = new SegmentReader(media);
    }

    static Taker counting(Offer offer, Offered segment, Sample.Touch touch, Instant wanted) {
        return new Taker(offer, segment, touch, wanted, Optional.empty());
    }

    static Taker looking(Offer offer, Offered segment, Sample.Touch touch, Instant wanted, Optional<Init> init) {
        return new Taker(
                offer,
                segment,
                touch,
                wanted,
                Optional.of(init.map(Media::reader).orElseGet(Media::reader)));
    }

    Fetch fetch() {
        Listed object = segment.listed();
        Fetch fetch = Fetch.read(object.url(), reader, limits(offer.target()));
        return object.whole() ? fetch : fetch.with(Headers.of("Range", object.range()));
    }

    static Limits limits(Duration target) {
        Duration longest = target.multipliedBy(PATIENCE);
        return longest.compareTo(Limits.SEGMENT.total()) > 0 ? Limits.SEGMENT.withTotal(longest) : Limits.SEGMENT;
    }

    Print head() {
        return reader.head();
    }

    /** @param blind whether no host answers the probe at all */
    Taken taken(Exchange exchange, LayerMemory layer, boolean blind) {
        Optional<Ruling> ruling = exchange instanceof Exchange.Answered answer
                ? Optional.of(Judge.rule(Reply.of(answer), layer.rules()))
                : Optional.empty();
        Verdict verdict = ruling.map(Ruling::verdict).orElse(Verdict.UNKNOWN);
        Outcome outcome = exchange instanceof Exchange.Answered answer
                ? Outcome.of(answer.status(), !segment.listed().whole(), false)
                : Outcome.FAILED;
        Print print = reader.print();
        Timing timing = exchange.timing();
        Sample sample = new Sample(
                exchange.startedAt(),
                Sample.Kind.SEGMENT,
                touch,
                settled(exchange.startedAt()),
                outcome,
                verdict,
                timing.firstByte(),
                Sample.own(offer.where().layer().kind(), verdict, timing.firstByte()),
                timing.total(),
                print.bytes(),
                timing.reused(),
                blind || isOurs(exchange));
        return new Taken(
                offer,
                segment,
                exchange,
                ruling,
                sample,
                print,
                outcome == Outcome.GOOD ? layer.seenBefore(segment.listed().url(), print) : Optional.empty(),
                reader.secured(),
                outcome == Outcome.GOOD ? reader.look() : Optional.empty());
    }

    /** Whether real viewers have had the time to fetch it through all the caches above. */
    private boolean settled(Instant now) {
        Duration step = offer.target().compareTo(SHORTEST) < 0 ? SHORTEST : offer.target();
        return !segment.published().plus(step.multipliedBy(1L + offer.place())).isAfter(now);
    }

    private boolean isOurs(Exchange exchange) {
        long waited = exchange.timing().waited() + exchange.timing().held();
        return exchange.neverAsked()
                || waited > WAITED && waited * ANYWAY > exchange.timing().total()
                || Duration.between(wanted, exchange.startedAt()).compareTo(LATE) > 0;
    }
}
