package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import java.time.Instant;

/** One request that the watch wants made now. The driver hands it back with what came of it; it holds no rule of its own. */
public final class Poll {
    private final Track track;
    private final Asker asker;
    private final Fetch fetch;
    private final Instant due;

    Poll(Track track, Asker asker, Fetch fetch, Instant due) {
        this.track = track;
        this.asker = asker;
        this.fetch = fetch;
        this.due = due;
    }

    public Where where() {
        return track.where();
    }

    public Fetch fetch() {
        return fetch;
    }

    public Instant due() {
        return due;
    }

    Track track() {
        return track;
    }

    PollReport answered(Exchange exchange) {
        return asker.accept(this, exchange);
    }
}
