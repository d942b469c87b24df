package io.rungwatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Time for the probe does not jump when somebody sets the machine's clock, so that nothing is judged by it. Nobody knows at once which of
 * the two is right; a clock that keeps its new time was set on purpose, by whoever synchronises it or has moved the machine.
 */
final class ClockStep {
    /** By then whoever has mistyped a time has mended it. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration MOST = Duration.ofSeconds(10);
    /** More than the probe follows meanwhile, and than a look may be held up. */
    private static final Duration STEADY = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final InstantSource wall;
    private final Duration patience;
    private final Consumer<Optional<String>> told;
    private final Runnable settled;
    private boolean stepped;
    private Instant since = Instant.MAX;
    private Duration offset = Duration.ZERO;

    /**
     * @param patience how long a clock has to keep its new time
     * @param told what is wrong; empty when it is well again
     * @param settled the new time is to be taken over; asked for again at each look until it is
     */
    ClockStep(
            InstantSource clock,
            InstantSource wall,
            Duration patience,
            Consumer<Optional<String>> told,
            Runnable settled) {
        this.clock = clock;
        this.wall = wall;
        this.patience = patience;
        this.told = told;
        this.settled = settled;
    }

    void look() {
        Instant at = clock.instant();
        Duration ahead = Duration.between(at, wall.instant());
        boolean now = ahead.abs().compareTo(MOST) > 0;
        boolean moved = ahead.minus(offset).abs().compareTo(STEADY) > 0;
        if (now && (!stepped || moved)) {
            since = at;
            offset = ahead;
        }
        if (now != stepped) {
            stepped = now;
            told.accept(now ? Optional.of(words(ahead)) : Optional.empty());
        }
        if (now && !at.isBefore(since.plus(patience))) {
            settled.run();
        }
    }

    private static String words(Duration ahead) {
        return "the machine's clock was set and is " + ahead.abs().toSeconds() + " s "
                + (ahead.isNegative() ? "behind" : "ahead of") + " the time that the probe goes on by";
    }
}
