package io.rungwatch.store;

import io.rungwatch.cache.Verdict;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Timing;
import io.rungwatch.round.Taken;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Sample;
import java.time.Instant;

/** What a layer has given to a channel since the last row. */
final class CdnTally {
    private long requests;
    private long answers;
    private long latency;
    private long latencyMost;
    private long firstByte;
    private long firstByteMost;
    private int status;
    private long hits;
    private long lookups;
    private long bytes;
    private long errors;
    private long timeouts;

    CdnTally() {
        clear();
    }

    void polled(Exchange exchange, boolean usable) {
        count(exchange, usable);
        if (exchange instanceof Exchange.Answered answer) {
            bytes += answer.body().length;
        }
    }

    /** Hits are counted as `rungwatch_hit_ratio` counts them. */
    void sampled(Taken taken, boolean revalidatedIsHit) {
        Sample sample = taken.sample();
        if (sample.spoiled()) {
            return;
        }
        boolean good = sample.outcome() == Outcome.GOOD;
        count(taken.exchange(), good);
        bytes += sample.bytes();
        if (good && sample.settled() && sample.touch() == Sample.Touch.FIRST) {
            Verdict.Counts counts = sample.verdict().counts(revalidatedIsHit);
            hits += counts == Verdict.Counts.HIT ? 1 : 0;
            lookups += counts == Verdict.Counts.HIT || counts == Verdict.Counts.MISS ? 1 : 0;
        }
    }

    private void count(Exchange exchange, boolean usable) {
        requests++;
        errors += usable ? 0 : 1;
        if (exchange instanceof Exchange.Answered answer) {
            answered(answer.timing(), answer.status());
        } else if (exchange instanceof Exchange.Failed failed) {
            timeouts += isTimeout(failed) ? 1 : 0;
        }
    }

    private void answered(Timing timing, int code) {
        answers++;
        latency += timing.total();
        latencyMost = Math.max(latencyMost, timing.total());
        firstByte += timing.firstByte();
        firstByteMost = Math.max(firstByteMost, timing.firstByte());
        status = Math.max(status, code);
    }

    private static boolean isTimeout(Exchange.Failed failed) {
        return switch (failed.failure()) {
            case CONNECT_TIMEOUT, FIRST_BYTE_TIMEOUT, TOTAL_TIMEOUT, SILENT -> true;
            default -> false;
        };
    }

    boolean isEmpty() {
        return requests == 0;
    }

    CdnRow row(Row.Place place, Instant from, int span) {
        CdnRow row = new CdnRow(
                place,
                from,
                span,
                requests,
                answers,
                Fold.millis(latency, answers),
                Fold.millis(latencyMost, Math.min(1, answers)),
                Fold.millis(firstByte, answers),
                Fold.millis(firstByteMost, Math.min(1, answers)),
                status,
                hits,
                lookups,
                bytes,
                errors,
                timeouts);
        clear();
        return row;
    }

    private void clear() {
        requests = 0;
        answers = 0;
        latency = 0;
        latencyMost = 0;
        firstByte = 0;
        firstByteMost = 0;
        status = Fold.UNKNOWN;
        hits = 0;
        lookups = 0;
        bytes = 0;
        errors = 0;
        timeouts = 0;
    }
}
