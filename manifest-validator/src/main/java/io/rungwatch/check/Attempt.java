package io.rungwatch.check;

import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one request, judged before anybody believes what is in it.
 *
 * @param usable a 200, or a 304 to a document that we have
 * @param document what the body turned out to be; of a 304 the document that we have; empty where there is no usable answer
 * @param failures polls in a row, this one included, that gave no usable answer
 * @param failingSince the first of them
 * @param knownSince first usable answer from here; `at` when there was none
 * @param siblings all renditions of this layer, this one included; empty for the entry manifest and where the answer is usable
 * @param above what the nearest layer above has that answered lately; empty at the top, and where the answer is usable
 */
public record Attempt(
        Rendition rendition,
        Exchange exchange,
        boolean usable,
        Optional<Document> document,
        Instant at,
        int failures,
        Instant failingSince,
        Instant knownSince,
        Duration targetDuration,
        List<View> siblings,
        Optional<View> above) {}
