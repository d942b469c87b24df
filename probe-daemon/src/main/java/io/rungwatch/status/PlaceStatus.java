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

    synchronized void accept(PollReport report) {
        boolean aside = report.outcome() instanceof Outcome.Aside;
        if (aside && report.findings().isEmpty()) {
            return;
        }
        lines.add(report);
        if (aside) {
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
