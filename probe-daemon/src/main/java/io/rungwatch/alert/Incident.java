package io.rungwatch.alert;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is told as one thing: a channel's alert, or a group of channels that have the same one. */
public sealed interface Incident permits Alert, Group {
    String id();

    CheckInfo check();

    Severity severity();

    String team();

    String layer();

    List<String> channels();

    String message();

    /** The layers below that have it too. */
    List<String> alsoAt();

    /** The ids of the checks that it silences. */
    List<String> consequences();

    Instant since();

    Instant raisedAt();

    Optional<Instant> clearedAt();

    default String state() {
        return clearedAt().isPresent() ? "cleared" : "firing";
    }
}
