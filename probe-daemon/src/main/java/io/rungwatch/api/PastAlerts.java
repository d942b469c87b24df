package io.rungwatch.api;

import io.rungwatch.duty.Links;
import io.rungwatch.json.Json;
import io.rungwatch.store.AlertHistory;
import io.rungwatch.store.AlertRow;
import io.rungwatch.store.Unusable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What is over and no more in memory, as the history has it. Asked for beside the event loops, and waited for only a little: who wants to
 * know what was wrong last night gets what the probe remembers itself, and is told that there may be more.
 */
final class PastAlerts {
    private static final int LONGEST_SECONDS = 3;
    /** A database that hangs must not take the threads of whatever else is asked. */
    private static final int MOST_ASKING = 4;

    /** @param incomplete why there may be more; empty where that is all */
    record Found(List<Map<String, @Nullable Object>> alerts, Optional<String> incomplete) {}

    private interface Question<T> {
        T of(AlertHistory history) throws Unusable;
    }

    private final Vertx vertx;
    private final Optional<AlertHistory> history;
    private final Semaphore asking = new Semaphore(MOST_ASKING);

    PastAlerts(Vertx vertx, Optional<AlertHistory> history) {
        this.vertx = vertx;
        this.history = history;
    }

    /** What ended last first. Does not fail. */
    Future<Found> over(Links links) {
        return asked(past -> past.over(AlertHistory.MOST))
                .map(rows -> new Found(views(rows, links), cut(rows)))
                .otherwise(trouble -> new Found(List.of(), Optional.of(said(trouble))));
    }

    /** Empty when there is none, or none can be found now. Does not fail. */
    Future<Optional<Map<String, @Nullable Object>>> of(String id, Links links) {
        return asked(past -> past.of(id))
                .map(row -> row.map(found -> view(found, links)))
                .otherwise(trouble -> Optional.empty());
    }

    private <T> Future<T> asked(Question<T> question) {
        if (history.isEmpty()) {
            return Future.failedFuture("there is no history");
        }
        if (!asking.tryAcquire()) {
            return Future.failedFuture("the history does not answer");
        }
        Callable<T> ask = () -> {
            try {
                return question.of(history.get());
            } finally {
                asking.release();
            }
        };
        return vertx.executeBlocking(ask, false).timeout(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static Optional<String> cut(List<AlertRow> rows) {
        return AlertHistory.isCut(rows)
                ? Optional.of("only the last " + rows.size() + " are listed; the table alert_log has them all")
                : Optional.empty();
    }

    private static String said(Throwable trouble) {
        String what = trouble instanceof Unusable unusable
                ? unusable.what()
                : trouble instanceof java.util.concurrent.TimeoutException
                        ? "the history has not answered for " + LONGEST_SECONDS + " s"
                        : String.valueOf(trouble.getMessage());
        return what + ": only what the probe remembers itself is listed";
    }

    private static List<Map<String, @Nullable Object>> views(List<AlertRow> rows, Links links) {
        List<Map<String, @Nullable Object>> views = new ArrayList<>(rows.size());
        rows.forEach(row -> views.add(view(row, links)));
        return views;
    }

    /** As it was told last; of a row without that, what its columns say. */
    private static Map<String, @Nullable Object> view(AlertRow row, Links links) {
        Map<String, @Nullable Object> view = columns(row);
        try {
            view.putAll(row.alert().isEmpty() ? Map.of() : Json.fields(row.alert()));
        } catch (JacksonException e) {
            view.put("facts", Map.of()); // Somebody changed the row by hand.
        }
        view.put("runbook", links.runbook(String.valueOf(view.get("runbook"))));
        view.put("evidence", row.channel().isEmpty() ? null : links.address().orElse("") + Links.path(row.id()));
        return view;
    }

    private static Map<String, @Nullable Object> columns(AlertRow row) {
        List<String> channels =
                row.channel().isEmpty() ? List.of() : List.of(row.channel().split(", ", -1));
        return Json.object(
                "id", row.id(),
                "check", row.check(),
                "severity", row.severity(),
                "team", row.team(),
                "channel", channels.size() == 1 ? row.channel() : null,
                "channels", channels,
                "layer", row.source(),
                "state", row.resolvedAt().isPresent() ? "cleared" : "firing",
                "since", row.time(),
                "raisedAt", row.time(),
                "clearedAt", row.resolvedAt(),
                "message", row.message(),
                "headline", row.message(),
                "facts", Map.of(),
                "members", List.of(),
                "acknowledged",
                        row.acknowledgedBy().isEmpty()
                                ? null
                                : Json.object("by", row.acknowledgedBy(), "at", row.acknowledgedAt(), "note", null),
                "silence", null,
                "runbook", "docs/runbooks/" + row.check() + ".md");
    }
}
