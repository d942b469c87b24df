package io.rungwatch.store;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Rendition;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import java.time.Instant;
import java.util.List;

/** What a channel has shown at the first layer since the last row. */
final class PackagerTally {
    private static final double SECOND_IN_NANOS = 1e9;
    private static final String MISSING = "segment_missing";

    private final Offer offer = new Offer();
    private long polls;
    private long failed;
    private long fetch;
    private long fetchMost;
    private long window;
    private long listed;
    private int fewest;
    private long missing;

    PackagerTally() {
        clear();
    }

    void fetched(PollReport report, Outcome.Fetched fetched) {
        Exchange exchange = fetched.exchange();
        polls++;
        fetch += exchange.timing().total();
        fetchMost = Math.max(fetchMost, exchange.timing().total());
        Document document = fetched.document();
        Rendition.Kind kind = report.where().rendition().kind();
        if (document instanceof MediaPlaylist playlist && kind == Rendition.Kind.VIDEO) {
            window += playlist.window();
            listed += playlist.segments().size();
            fewest = Fold.fewest(fewest, playlist.segments().size());
        } else if (kind == Rendition.Kind.ENTRY) {
            offer.seen(document);
        }
    }

    void failed() {
        polls++;
        failed++;
    }

    /** What listed segments could not be had is told by the check that asked for them. */
    void found(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.check().id().equals(MISSING) && finding.facts().get("missing") instanceof Number count) {
                missing += count.longValue();
            }
        }
    }

    boolean isEmpty() {
        return polls == 0 && missing == 0;
    }

    PackagerRow row(Row.Place place, Instant from, int span) {
        PackagerRow row = new PackagerRow(
                place,
                from,
                span,
                polls,
                failed,
                Fold.millis(fetch, polls - failed),
                Fold.millis(fetchMost, Math.min(1, polls - failed)),
                listed == 0 ? Double.NaN : Fold.rounded(window / SECOND_IN_NANOS / listed),
                fewest,
                missing,
                polls == failed ? Fold.UNKNOWN : offer.rungs(),
                polls == failed ? "" : offer.bitrates());
        clear();
        return row;
    }

    private void clear() {
        polls = 0;
        failed = 0;
        fetch = 0;
        fetchMost = 0;
        window = 0;
        listed = 0;
        fewest = Fold.UNKNOWN;
        missing = 0;
        offer.clear();
    }
}
