package io.rungwatch.report;

import io.rungwatch.check.Finding;
import io.rungwatch.watch.Where;
import java.time.Instant;

/** A finding with its place and time. The same one found again only counts up. */
public record Seen(Where where, Finding finding, Instant first, Instant last, int times) {
    static Seen once(Where where, Finding finding, Instant at) {
        return new Seen(where, finding, at, at, 1);
    }

    Seen again(Finding latest, Instant at) {
        boolean worse = latest.severity().compareTo(finding.severity()) > 0;
        return new Seen(where, worse ? latest : finding, first, at, times + 1);
    }
}
