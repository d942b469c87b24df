package io.rungwatch.evidence;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.util.Arrays;

/**
 * One exchange as it was seen.
 *
 * @param body what was read: of a 304 that of the answer before. Empty where only headers, sizes and times are known
 * @param kept whether `body` is what came
 */
record Shot(Where where, Url url, Exchange exchange, byte[] body, boolean kept) {
    private static final byte[] NOTHING = {};

    /** Of a manifest. `known` is what was read of it last. */
    static Shot of(PollReport report, byte[] known) {
        Exchange exchange = report.outcome().exchange();
        byte[] body = switch (exchange) {
            case Exchange.Answered answer ->
                answer.status() == 304 && answer.body().length == 0 ? known : answer.body();
            case Exchange.Failed failed -> NOTHING;
        };
        return new Shot(report.where(), report.url(), exchange, body, true);
    }

    /** Of something beside the manifests, whose bytes are looked at as they come, and not kept. */
    static Shot aside(PollReport report) {
        return new Shot(report.where(), report.url(), report.outcome().exchange(), NOTHING, false);
    }

    static boolean isAside(PollReport report) {
        return report.outcome() instanceof Outcome.Aside || report.outcome() instanceof Outcome.Sampled;
    }

    /** The same bytes are held once. */
    Shot sharing(byte[] known) {
        return exchange instanceof Exchange.Answered answer && body != known && Arrays.equals(body, known)
                ? new Shot(where, url, with(answer, known), known, kept)
                : this;
    }

    private static Exchange.Answered with(Exchange.Answered answer, byte[] body) {
        return new Exchange.Answered(
                answer.startedAt(),
                answer.timing(),
                answer.hops(),
                answer.finalUrl(),
                answer.remoteAddress(),
                answer.status(),
                answer.headers(),
                body);
    }

    Instant at() {
        return exchange.startedAt();
    }
}
