package io.rungwatch.store;

import java.time.Instant;

/** What is to be told of the store itself. */
public interface StoreFigures {
    long rowsWritten();

    /** Because the queue was full, or the database would never take them. */
    long rowsDropped();

    long batchesFailed();

    /** Rows that wait. */
    int queued();

    /** When the database last did what it should; 1970 when it never did. */
    Instant lastSuccess();

    /** Whether it did so the last time it was asked. */
    boolean up();
}
