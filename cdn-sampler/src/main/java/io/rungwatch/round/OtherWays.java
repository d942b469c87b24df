package io.rungwatch.round;

import io.rungwatch.cache.Judge;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Ruling;
import io.rungwatch.cache.Verdict;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Limits;
import io.rungwatch.url.Url;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Sampling.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks one layer for a segment that it has just given in the other ways that players have. A few bytes each; and only of what the layer has
 * stored already: a copy that is made for a stranger's Origin may be given to viewers.
 */
final class OtherWays {
    /** What a server that does not know ranges sends besides is not waited for. */
    private static final int ENOUGH = 4 << 10;

    private final Taken plain;
    private final Print head;
    private final String origin;
    private final boolean keyed;
    private final Desk desk;
    private final List<Ruling> rulings = new ArrayList<>(2);
    private Ways.@Nullable Range range;
    private Ways.@Nullable Site site;
    private int left;

    /** @param head of the segment as it was given before */
    OtherWays(Taken plain, Print head, String origin, boolean keyed, Desk desk) {
        this.plain = plain;
        this.head = head;
        this.origin = origin;
        this.keyed = keyed && plain.sample().verdict().fromStore();
        this.desk = desk;
    }

    /** Whether such an answer may be asked for in other ways. */
    static boolean fits(Taken plain) {
        return plain.good()
                && !plain.sample().spoiled()
                && !plain.isPage()
                && plain.print().bytes() > 0
                && plain.segment().listed().whole()
                && plain.sample().verdict() != Verdict.MISS;
    }

    /** When the plain answer was here. */
    Instant at() {
        return plain.end();
    }

    List<Question> questions() {
        Url url = plain.segment().listed().url();
        List<Question> questions = new ArrayList<>(4);
        SegmentReader reader = new SegmentReader(Optional.empty());
        questions.add(question(
                Fetch.read(url, reader, limits().withBytes(ENOUGH))
                        .with(Headers.of("Range", "bytes=0-" + (head.bytes() - 1))),
                exchange -> range = new Ways.Range(exchange, reader.print(), head)));
        questions.add(question(
                Fetch.firstByte(url, limits()).with(Headers.of("Origin", origin)),
                exchange -> site = new Ways.Site(exchange, origin, desk.allowing(plain))));
        for (int i = 0; i < 2 && keyed; i++) {
            questions.add(question(Fetch.firstByte(other(url, i), limits()), this::keyed));
        }
        left = questions.size();
        return questions;
    }

    private Limits limits() {
        return Taker.limits(plain.offer().target());
    }

    /** Nobody has ever asked with it, nor does anybody else: not another layer's look, which may lead here. */
    private Url other(Url url, int turn) {
        String mark = Long.toString(plain.end().toEpochMilli(), 36) + "-"
                + plain.offer().place() + turn;
        String and = url.target().indexOf('?') < 0 ? "?" : "&";
        return new Url(url.scheme(), url.host(), url.port(), url.target() + and + "rungwatch=" + mark);
    }

    private void keyed(Exchange exchange) {
        if (exchange instanceof Exchange.Answered answer && (answer.status() == 200 || answer.status() == 206)) {
            rulings.add(Judge.rule(Reply.of(answer), desk.memory(plain.layer()).rules()));
        }
    }

    private Question question(Fetch fetch, Consumer<Exchange> heard) {
        return new Question(plain.offer(), fetch, exchange -> {
            heard.accept(exchange);
            left--;
            return left > 0 || range == null || site == null
                    ? desk.aside(plain, exchange)
                    : over(exchange, new Ways(plain, range, site, List.copyOf(rulings)));
        });
    }

    private PollReport over(Exchange last, Ways ways) {
        desk.judge(ways);
        return desk.aside(plain, last);
    }
}
