package io.rungwatch.drive;

import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;

/** Somebody who wants to know what the polls found. Called on the event loop of the channel: be quick, throw nothing. */
public interface Sink {
    void accept(PollReport report);

    /** This place is watched no more. */
    default void forget(Where where) {}
}
