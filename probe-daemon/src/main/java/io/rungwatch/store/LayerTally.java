package io.rungwatch.store;

import io.rungwatch.round.Measured;
import io.rungwatch.round.Taken;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One channel at one layer: the poll that comes first after a span ends it. Its loop is nearly always alone with it. */
final class LayerTally {
    private final Row.Place place;
    private final int every;
    private final RowQueue out;
    private final CdnTally cdn = new CdnTally();
    private final @Nullable PackagerTally packager;
    private boolean revalidatedIsHit = true;
    private long from;
    private long end = Long.MIN_VALUE;
    private long last;

    LayerTally(Row.Place place, boolean first, int every, RowQueue out) {
        this.place = place;
        this.every = every;
        this.out = out;
        this.packager = first ? new PackagerTally() : null;
    }

    synchronized void accept(PollReport report) {
        long second = report.at().getEpochSecond();
        if (second >= end) {
            next(second);
        }
        last = Math.max(last, second);
        switch (report.outcome()) {
            case Outcome.Fetched fetched -> fetched(report, fetched);
            case Outcome.Unreachable unreachable -> unreachable(unreachable);
            case Taken taken -> cdn.sampled(taken, revalidatedIsHit);
            case Measured measured -> revalidatedIsHit = measured.rates().revalidatedIsHit();
            case Outcome.Aside aside -> {} // HEADs: no cache counts them, and no viewer sends them
            case Outcome.NotJudged notJudged -> {}
            case Outcome.Sampled others -> {}
        }
        if (packager != null && !report.findings().isEmpty()) {
            packager.found(report.findings());
        }
    }

    private void fetched(PollReport report, Outcome.Fetched fetched) {
        cdn.polled(fetched.exchange(), true);
        if (packager != null) {
            packager.fetched(report, fetched);
        }
    }

    private void unreachable(Outcome.Unreachable unreachable) {
        cdn.polled(unreachable.exchange(), false);
        if (packager != null) {
            packager.failed();
        }
    }

    /** Spans begin with the clock's, but for the first: what a probe wrote before its restart stays another row. */
    private void next(long second) {
        boolean begins = end == Long.MIN_VALUE;
        write(end);
        long start = Math.floorDiv(second, every) * every;
        from = begins ? second : start;
        end = start + every;
    }

    /** No more will come: what there is becomes a row. */
    synchronized void finish() {
        write(Math.min(end, last + 1));
        end = Long.MIN_VALUE;
    }

    private void write(long until) {
        int span = (int) (until - from);
        Instant time = Instant.ofEpochSecond(from);
        if (packager != null && !packager.isEmpty()) {
            out.offer(packager.row(new Row.Place(place.probe(), place.channel(), ""), time, span));
        }
        if (!cdn.isEmpty()) {
            out.offer(cdn.row(place, time, span));
        }
    }
}
