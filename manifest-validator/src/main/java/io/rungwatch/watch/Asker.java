package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;

/** Whoever wanted to know, and knows what the answer means. */
interface Asker {
    PollReport accept(Poll poll, Exchange exchange);
}
