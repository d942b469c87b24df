package io.rungwatch.status;

import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one manifest at one layer: its last polls, the last document, the last answer. */
public final class PlaceStatus {
    private final Where where;
    private final PollLines lines = new PollLines();
    private @Nullable Document document;
    private @Nullable Exchange exchange;

    PlaceStatus(Where where) {
        this.where = where;
    }

    public Where where() {
        return where;
    }

    /** Questions beside the manifest are worth a line where they found something. */
    static boolean tells(PollReport report) {
        return !isAside(report) || !report.findings().isEmpty();
    }

    private static boolean isAside(PollReport report) {
        return report.outcome() instanceof Outcome.Aside || report.outcome() instanceof Outcome.Sampled;
    }

    synchronized void accept(PollReport report) {
        lines.add(report);
        if (isAside(report)) {
            return;
        }
        exchange = report.outcome().exchange();
        if (report.outcome() instanceof Outcome.Fetched fetched) {
            document = fetched.document();
        }
    }

    /** Newest first. */
    public synchronized List<PollLine> lines() {
        return lines.list();
    }

    public synchronized Optional<Document> document() {
        return Optional.ofNullable(document);
    }

    public synchronized Optional<Exchange> exchange() {
        return Optional.ofNullable(exchange);
    }
}
