package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Freshness;
import io.rungwatch.exchange.Headers;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

public final class ErrorCached implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "error_cached", Severity.MAJOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(
                    1, "for which a layer may say 404 after the layer above has the manifest"))
            .summary("A layer hands out an error from its cache while the layer above it has the manifest")
            .impact("A hole in one region, for as long as the error is kept.")
            .spec("RFC 9111, 4; RFC 9211")
            .action("Purge it there; let caches keep errors for a second at most.");

    private static final long SECOND = 1_000_000_000L;
    private static final List<String> CACHES = List.of("Cache-Status", "X-Cache", "X-Cache-Status", "CF-Cache-Status");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.above().isEmpty()
                || !(attempt.exchange() instanceof Exchange.Answered answer)
                || answer.status() < 400
                || attempt.above().get().answersSince() == View.UNKNOWN) {
            return Finding.NONE;
        }
        View above = attempt.above().get();
        long at = Times.nanos(attempt.at());
        long thereFor = at - above.answersSince();
        String cached = thereFor >= SECOND ? cached(answer.headers()) : null;
        boolean gone = answer.status() == 404 || answer.status() == 410;
        long missingFor = Math.min(thereFor, at - Times.nanos(attempt.failingSince()));
        double patience = profile.threshold(INFO) * attempt.targetDuration().toNanos();
        if (cached == null && !(gone && missingFor > patience)) {
            return Finding.NONE;
        }
        String how = cached == null ? " for " + Times.text(missingFor) : " from its cache (" + cached + ")";
        return Finding.of(
                        INFO,
                        "HTTP " + answer.status() + how + ", but "
                                + above.layer().name() + " has it")
                .with("status", answer.status())
                .with("above", above.layer().name())
                .alone();
    }

    /** By which header it shows, null where none says so. */
    private static @Nullable String cached(Headers headers) {
        Duration age = Freshness.age(headers);
        if (!age.isZero()) {
            return "Age: " + age.toSeconds();
        }
        for (String name : CACHES) {
            for (String value : headers.all(name)) {
                if (isHit(value)) {
                    return name + ": " + value;
                }
            }
        }
        return null;
    }

    /** HIT, TCP_HIT, TCP_MEM_HIT from …, Hit from cloudfront, ExampleCache; hit. */
    private static boolean isHit(String value) {
        for (String word : value.toUpperCase(Locale.ROOT).split("[^A-Z_]+", -1)) {
            if (word.equals("HIT") || word.endsWith("_HIT")) {
                return true;
            }
        }
        return false;
    }
}
