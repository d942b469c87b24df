package io.rungwatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Time for the probe does not jump when somebody sets the machine's clock, so that nothing is judged by it. But only a person knows which of
 * the two is right.
 */
final class ClockStep {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final InstantSource wall;
    private final Consumer<Optional<String>> told;
    private boolean stepped;

    /** @param told what is wrong; empty when it is well again */
    ClockStep(InstantSource clock, InstantSource wall, Consumer<Optional<String>> told) {
        this.clock = clock;
        this.wall = wall;
        this.told = told;
    }

    void look() {
        Duration ahead = Duration.between(clock.instant(), wall.instant());
        boolean now = ahead.abs().compareTo(MOST) > 0;
        if (now != stepped) {
            stepped = now;
            told.accept(now ? Optional.of(words(ahead)) : Optional.empty());
        }
    }

    private static String words(Duration ahead) {
        return "the machine's clock was set and is " + ahead.abs().toSeconds() + " s "
                + (ahead.isNegative() ? "behind" : "ahead of") + " the time that the probe goes on by";
    }
}
