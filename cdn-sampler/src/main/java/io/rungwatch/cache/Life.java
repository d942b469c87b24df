package io.rungwatch.cache;

import io.rungwatch.exchange.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a shared cache may give this answer out, and how old it is (RFC 9111, 4.2). Nothing where nothing is declared: a guess at a
 * lifetime would make guesses of verdicts.
 */
public record Life(Optional<Duration> fresh, Optional<Duration> age, Duration mayBeStale) {
    /** Age counts whole seconds, so one is always in doubt. */
    private static final Duration DOUBT = Duration.ofSeconds(1);

    public static Life of(Reply reply) {
        Directives directives = Directives.of(reply);
        return new Life(fresh(reply, directives), age(reply), mayBeStale(directives));
    }

    public boolean isStale() {
        return fresh.isPresent()
                && age.isPresent()
                && age.get().compareTo(fresh.get().plus(DOUBT)) > 0;
    }

    /** What Age says, which need not be how old it is: see {@link #replays}. */
    static OptionalLong ageHeader(Reply reply) {
        Optional<Duration> age = reply.headers().first("Age").flatMap(Directives::seconds);
        return age.isPresent() ? OptionalLong.of(age.get().toSeconds()) : OptionalLong.empty();
    }

    /**
     * Whether a cache gives out the Age that it stored (nginx does): two looks at one copy, `apart` from each other, show the same one.
     * Its Age then says nothing.
     */
    public static boolean replays(OptionalLong first, OptionalLong second, Duration apart) {
        return first.isPresent() && first.equals(second) && apart.compareTo(Duration.ofSeconds(2)) >= 0;
    }

    private static Optional<Duration> fresh(Reply reply, Directives directives) {
        return directives
                .life("s-maxage")
                .or(() -> directives.life("max-age"))
                .or(() -> date(reply, "Expires")
                        .flatMap(end -> date(reply, "Date")
                                .map(start -> Duration.between(start, end))
                                .map(life -> life.isNegative() ? Duration.ZERO : life)));
    }

    /** The larger of what the clocks and what Age say; without a time of the answer only Age speaks. */
    private static Optional<Duration> age(Reply reply) {
        Optional<Duration> header = reply.headers().first("Age").flatMap(Directives::seconds);
        if (reply.answeredAt().isEmpty()) {
            return header;
        }
        Duration told = header.orElse(Duration.ZERO);
        Instant answered = reply.answeredAt().get();
        Duration corrected = told.plus(Duration.between(reply.askedAt().orElse(answered), answered));
        Duration apparent = date(reply, "Date")
                .map(date -> Duration.between(date, answered))
                .orElse(Duration.ZERO);
        return Optional.of(apparent.compareTo(corrected) > 0 ? apparent : corrected);
    }

    private static Duration mayBeStale(Directives directives) {
        Duration asking = directives.life("stale-while-revalidate").orElse(Duration.ZERO);
        Duration failing = directives.life("stale-if-error").orElse(Duration.ZERO);
        return asking.compareTo(failing) > 0 ? asking : failing;
    }

    private static Optional<Instant> date(Reply reply, String name) {
        return reply.headers().first(name).map(String::strip).flatMap(HttpDate::parse);
    }
}
