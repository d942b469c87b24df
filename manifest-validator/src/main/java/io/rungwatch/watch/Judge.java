package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import java.time.Duration;

/** Knows what the answers to one kind of poll mean, and how long to wait for the next. */
interface Judge {
    PollReport accept(Track track, Exchange exchange);

    Duration interval(Round round, Duration target);
}
