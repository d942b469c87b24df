package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.Finding;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;

/** How an answer that carries no manifest is told to people. */
final class Answers {
    private Answers() {}

    /** Whether it failed in a way that a check of its own names, which says more than that it is missing. */
    static boolean isToldElsewhere(Exchange exchange) {
        return exchange instanceof Exchange.Failed failed
                && (failed.failure() == Failure.TOO_LARGE || failed.failure() == Failure.TRUNCATED);
    }

    static String told(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Failed failed -> failed.failure().text() + " (" + failed.detail() + ")";
            case Exchange.Answered answer -> "HTTP " + answer.status() + meaning(answer.status());
        };
    }

    static Finding facts(Finding finding, Attempt attempt) {
        Finding told = finding.with("failures", attempt.failures());
        return switch (attempt.exchange()) {
            case Exchange.Failed failed ->
                told.with("failure", failed.failure().name().toLowerCase(java.util.Locale.ROOT));
            case Exchange.Answered answer -> told.with("status", answer.status());
        };
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401, 403 -> ", the probe is not let in: token expired, or not allowed";
            case 404, 410 -> ", not there";
            case 429 -> ", too many requests";
            case 502, 503, 504 -> ", a gateway could not get it";
            default -> status >= 500 ? ", server error" : "";
        };
    }
}
