package io.rungwatch.round;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.watch.Outcome;

/** What a layer's samples say now, this last one among them. */
public record Measured(Exchange exchange, Rates rates) implements Outcome.Sampled {}
