package io.rungwatch.status;

import io.rungwatch.check.Times;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last polls of one place. Hardly any has more to tell than numbers, so these stand in one array: tens of thousands of small objects
 * that live for a minute would be carried through every collection of garbage.
 */
final class PollLines {
    private static final int KEPT = 10;

    /** When it was, how long it took, and its status with a sign: minus says that nothing had changed. */
    private final long[] numbers = new long[3 * KEPT];
    /** Those that have more to tell. */
    private @Nullable PollLine @Nullable [] told;

    private int count;

    void add(PollReport report) {
        int slot = count++ % KEPT;
        if (report.findings().isEmpty()
                && report.faults().isEmpty()
                && report.outcome() instanceof Outcome.Fetched fetched) {
            Exchange.Answered answer = fetched.exchange();
            numbers[3 * slot] = Times.nanos(report.at());
            numbers[3 * slot + 1] = answer.timing().total();
            numbers[3 * slot + 2] = fetched.changed() ? answer.status() : -answer.status();
            tell(slot, null);
        } else {
            tell(slot, PollLine.of(report));
        }
    }

    private void tell(int slot, @Nullable PollLine line) {
        if (told == null && line != null) {
            told = new PollLine[KEPT];
        }
        if (told != null) {
            told[slot] = line;
        }
    }

    /** Newest first. */
    List<PollLine> list() {
        List<PollLine> newest = new ArrayList<>(KEPT);
        for (int i = count - 1; i >= 0 && i >= count - KEPT; i--) {
            newest.add(line(i % KEPT));
        }
        return newest;
    }

    private PollLine line(int slot) {
        PollLine more = told == null ? null : told[slot];
        return more != null
                ? more
                : PollLine.clean(Times.instant(numbers[3 * slot]), numbers[3 * slot + 1], (int) numbers[3 * slot + 2]);
    }
}
