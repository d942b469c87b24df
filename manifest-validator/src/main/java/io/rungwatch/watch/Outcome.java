package io.rungwatch.watch;

import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;

/** Theirs, the network's, ours: three types, so that none is mistaken for another. */
public sealed interface Outcome {
    /** A usable answer. `changed` is false for a 304 and for equal bytes: then the document is the one we had. */
    record Fetched(Exchange.Answered exchange, Document document, boolean changed) implements Outcome {}

    /** No usable answer: no HTTP at all, or a status that carries no manifest. */
    record Unreachable(Exchange exchange) implements Outcome {}

    /** We were late or blind: nothing is raised, nothing cleared. */
    record NotJudged(Exchange exchange, String reason) implements Outcome {}

    /** The answer to a question beside the manifests. */
    record Aside(Exchange exchange) implements Outcome {}

    /** A segment that was asked for at all layers, and what was seen of it: told by whoever looked into it. */
    non-sealed interface Sampled extends Outcome {}

    Exchange exchange();
}
