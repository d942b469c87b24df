package io.rungwatch.watch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What judging an entry manifest and judging a playlist have in common. */
final class Judging {
    /** In target durations: what a layer above answered before that is no argument. */
    private static final int RECENT = 2;

    /** Of a page that a server adds to an error its beginning says enough; hundreds of renditions may have one each. */
    private static final int PAGE = 64 << 10;

    private Judging() {}

    static Exchange withoutBulk(Exchange exchange) {
        return exchange instanceof Exchange.Answered answer && answer.body().length > PAGE
                ? answer.with(Arrays.copyOf(answer.body(), PAGE))
                : exchange;
    }

    static void answer(
            Catalogue catalogue,
            Track track,
            Exchange exchange,
            Optional<Document> document,
            Duration target,
            List<View> siblings,
            Verdict verdict) {
        verdict.judged(Input.EXCHANGE);
        catalogue.judge(
                new Attempt(
                        track.where().rendition(),
                        exchange,
                        document.isPresent(),
                        document,
                        exchange.startedAt(),
                        track.failures,
                        track.failingSince,
                        track.knownSince.orElse(exchange.startedAt()),
                        target,
                        siblings,
                        document.isPresent() ? Optional.empty() : above(track, exchange.startedAt(), target)),
                verdict);
    }

    private static Optional<View> above(Track track, Instant at, Duration target) {
        return Optional.ofNullable(track.round().above(track, Times.nanos(at) - RECENT * target.toNanos()));
    }

    static boolean isRead(Optional<? extends Document> document) {
        return document.isPresent() && !document.get().malformed();
    }

    /** A first sighting is looked at again soon, unconditionally; returns whether it is. */
    static boolean confirm(Track track, Round round, List<Finding> findings, Instant at) {
        boolean asked = track.news(findings) && !track.secondLook;
        track.confirming = asked;
        if (asked) {
            track.want(at.plus(round.refetch()));
            track.unconditional = true;
        }
        return asked;
    }

    /** What came of a question beside the manifest: it has an address of its own, and is nobody's second look. */
    static PollReport aside(Poll poll, Exchange exchange, Verdict verdict, Duration target) {
        return new PollReport(
                poll.where(),
                poll.fetch().url(),
                exchange.startedAt(),
                new Outcome.Aside(exchange),
                verdict.findings(),
                verdict.faults(),
                verdict.judged(),
                false,
                target);
    }

    static PollReport report(Track track, Instant at, Outcome outcome, Verdict verdict, Duration target) {
        verdict.judged(Input.PROBE);
        return new PollReport(
                track.where(),
                track.url(),
                at,
                outcome,
                verdict.findings(),
                verdict.faults(),
                verdict.judged(),
                track.secondLook,
                target);
    }
}
