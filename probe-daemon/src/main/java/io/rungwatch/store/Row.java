package io.rungwatch.store;

import java.time.Instant;

/** What was seen at one place from `time` on, for so many seconds. */
public sealed interface Row<R extends Row<R>> permits PackagerRow, CdnRow {
    Place place();

    Instant time();

    int span();

    /** The same, said of another span. */
    R over(Instant from, int seconds);

    /** Both as one, over the span of the first. */
    R with(R later);

    /**
     * Who saw it of what.
     *
     * @param layer empty of a channel as a whole
     */
    record Place(String probe, String channel, String layer) {}
}
