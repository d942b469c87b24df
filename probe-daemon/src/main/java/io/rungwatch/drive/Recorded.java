package io.rungwatch.drive;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.url.Url;

/** One request of a recording. */
public record Recorded(Url url, Exchange exchange) {}
