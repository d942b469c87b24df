package io.rungwatch.evidence;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as it was seen.
 *
 * @param body what was read: of a 304 that of the answer before. Empty where only headers, sizes and times are known
 * @param kept whether `body` is what came
 * @param size of what came, kept or not; -1 where nobody counted
 */
record Shot(Where where, Url url, Exchange exchange, byte[] body, boolean kept, int size) {
    /** Nobody reads more, and what is hostile must not fill the memory with its own evidence. */
    static final int LARGEST = 1 << 20;

    private static final byte[] NOTHING = {};

    /** Of a manifest. `before` is the shot of what was read of it last. */
    static Shot of(PollReport report, @Nullable Shot before) {
        Exchange exchange = report.outcome().exchange();
        if (!(exchange instanceof Exchange.Answered answer)) {
            return new Shot(report.where(), report.url(), exchange, NOTHING, true, 0);
        }
        if (answer.status() == 304 && answer.body().length == 0 && before != null) {
            return new Shot(report.where(), report.url(), exchange, before.body(), before.kept(), before.size());
        }
        int size = answer.body().length;
        byte[] body = size > LARGEST ? NOTHING : answer.body();
        return new Shot(report.where(), report.url(), answer.with(body), body, size <= LARGEST, size);
    }

    /** Of something beside the manifests, whose bytes are looked at as they come, and not kept. */
    static Shot aside(PollReport report) {
        return new Shot(report.where(), report.url(), report.outcome().exchange(), NOTHING, false, -1);
    }

    static boolean isAside(PollReport report) {
        return report.outcome() instanceof Outcome.Aside || report.outcome() instanceof Outcome.Sampled;
    }

    /** The same bytes are held once. */
    Shot sharing(byte[] known) {
        return exchange instanceof Exchange.Answered answer && body != known && Arrays.equals(body, known)
                ? new Shot(where, url, answer.status() == 304 ? answer : answer.with(known), known, kept, size)
                : this;
    }

    Instant at() {
        return exchange.startedAt();
    }
}
